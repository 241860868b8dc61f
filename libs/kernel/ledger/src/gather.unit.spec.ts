import type { Append, Claim } from './append.js';
import { gather } from './gather.js';

const event = { id: '', type: 'Noted', schemaVersion: 1, occurredAt: '', meta: {}, data: '{}' };
let made = 0;
const append = (stream: string, more: { id?: string; claims?: Claim[]; events?: number; data?: string } = {}) => ({
  append: {
    org: 'o',
    stream,
    expected: 'any',
    commandId: more.id ?? `command-${made++}`,
    requestHash: Buffer.alloc(32),
    actor: { kind: 'system', role: 'system' },
    correlationId: '',
    claims: more.claims,
    events: Array.from({ length: more.events ?? 1 }, () => ({ ...event, data: more.data ?? '{}' })),
  } satisfies Append,
});

describe('gathering a batch', () => {
  it('takes everything that waits, in order', () => {
    const queue = [append('a'), append('b'), append('c')];
    expect(gather(queue)).toEqual({ batch: queue, rest: [] });
  });

  it('takes one command a stream and keeps the order of the others', () => {
    const [a1, b, a2, a3] = [append('a'), append('b'), append('a'), append('a')];
    expect(gather([a1, b, a2, a3])).toEqual({ batch: [a1, b], rest: [a2, a3] });
  });

  it('takes one of several tries of a command', () => {
    const [first, retry] = [append('a', { id: 'same' }), append('b', { id: 'same' })];
    expect(gather([first, retry])).toEqual({ batch: [first], rest: [retry] });
  });

  it('takes one of several claims of a key', () => {
    const claims = [{ scope: 'number', key: '1' }];
    const [first, rival, other] = [
      append('a', { claims }),
      append('b', { claims }),
      append('c', { claims: [{ scope: 'number', key: '2' }] }),
    ];
    expect(gather([first, rival, other])).toEqual({ batch: [first, other], rest: [rival] });
  });

  it('does not let a later command of a stream overtake one that waits', () => {
    const [first, retry, later] = [append('a', { id: 'same' }), append('b', { id: 'same' }), append('b')];
    expect(gather([first, retry, later])).toEqual({ batch: [first], rest: [retry, later] });
  });

  it('stops at five hundred events', () => {
    const queue = [append('a', { events: 300 }), append('b', { events: 200 }), append('c')];
    expect(gather(queue)).toEqual({ batch: queue.slice(0, 2), rest: queue.slice(2) });
  });

  it('sends an append that is larger than that by itself', () => {
    const queue = [append('a', { events: 1000 }), append('b')];
    expect(gather(queue)).toEqual({ batch: queue.slice(0, 1), rest: queue.slice(1) });
  });

  it('stops at four million characters', () => {
    const queue = [append('a', { data: 'x'.repeat(3_000_000) }), append('b', { data: 'x'.repeat(3_000_000) })];
    expect(gather(queue)).toEqual({ batch: queue.slice(0, 1), rest: queue.slice(1) });
  });
});
