import { Metrics } from './metrics.js';
import { Source } from './source.js';

describe('a source', () => {
  it('is asked once a second at most, however many ask', async () => {
    let now = 0;
    let asked = 0;
    const source = new Source(
      'counter',
      async () => ++asked,
      () => now,
    );
    expect(await Promise.all([source.read(), source.read()])).toEqual([1, 1]);
    now = 999;
    expect(await source.read()).toBe(1);
    now = 1000;
    expect(await source.read()).toBe(2);
  });

  it('that fails or never answers is away, and is asked again', async () => {
    let now = 0;
    const never = new Promise<number>(() => undefined);
    const answers = [Promise.reject(new Error('away')), never, Promise.resolve(7)];
    const source = new Source(
      'moody',
      () => answers.shift() ?? never,
      () => now,
    );
    const seen: (number | undefined)[] = [];
    for (; now < 3000; now += 1000) seen.push(await source.read());
    expect(seen).toEqual([undefined, undefined, 7]);
  });
});

describe('metrics', () => {
  it('say which source is away, and nothing of what it would have said', async () => {
    const metrics = new Metrics('spec');
    const broken = metrics.source('broken', async (): Promise<number[]> => {
      throw new Error('planted words');
    });
    const whole = metrics.source('whole', async () => [3]);
    const read = (source: typeof broken) => async () =>
      ((await source.read()) ?? []).map((value) => ({ labels: { of: 'it' }, value }));
    metrics.gauge({ name: 'a_broken', help: 'Broken', labelNames: ['of'] }, read(broken));
    metrics.gauge({ name: 'a_whole', help: 'Whole', labelNames: ['of'] }, read(whole));
    const lines = (await metrics.text()).split('\n').filter((line) => /^(a_|forthright_source_up\{)/.test(line));
    expect(lines.sort()).toEqual([
      'a_whole{of="it",process="spec"} 3',
      'forthright_source_up{source="broken",process="spec"} 0',
      'forthright_source_up{source="whole",process="spec"} 1',
    ]);
  });

  it('forget what is not there any more', async () => {
    const metrics = new Metrics('spec');
    let readers = ['old', 'new'];
    metrics.gauge({ name: 'a_reader', help: 'Reader', labelNames: ['reader'] }, () =>
      readers.map((reader) => ({ labels: { reader }, value: 1 })),
    );
    expect(await metrics.text()).toContain('a_reader{reader="old"');
    readers = ['new'];
    expect(await metrics.text()).not.toContain('a_reader{reader="old"');
  });
});
