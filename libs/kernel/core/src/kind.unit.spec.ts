import { code, coded, decimal, flag, group, instant, list, maybe, sha256, text, title, uuid, whole } from './index.js';

describe('the kinds of values', () => {
  it.each([
    [code(['a', 'b']), ['a'], ['c', 1, null, undefined]],
    [uuid(), ['0192a000-0000-7000-8000-000000000010'], ['0192A000-0000-7000-8000-000000000010', 'x', '']],
    [instant(), ['2026-03-02T09:00:00.000Z'], ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000+01:00', 0]],
    [coded(), ['FDA-MAUDE:event_type', 'America/Chicago'], ['', ' x', 'a\n', 'ä', 'x'.repeat(81)]],
    [sha256(), ['0f'.repeat(32)], ['0F'.repeat(32), '0f'.repeat(31), 7]],
    [whole(1, 3), [1, 3], [0, 4, 1.5, '1', Number.NaN]],
    [flag(), [true, false], ['true', 0]],
    [decimal(), [0, -1.5], [Number.NaN, Number.POSITIVE_INFINITY, '1']],
    [group({ median: maybe(decimal()) }), [{}, { median: 2.5 }], [{ median: null }, { median: '2' }]],
    [title(), ['St. Mary'], ['', 'x'.repeat(201), 7, 'a\0', '\ude00']],
    [text(3), ['a', 'abc', '😀'], ['', 'abcd', null, 'a\0', '\ud83d']],
    [list(code(['a']), 2), [[], ['a', 'a']], [['a', 'a', 'a'], ['b'], 'a', { length: 0 }]],
    [
      group({ value: whole(0, 9), unit: code(['mg']) }),
      [{ value: 1, unit: 'mg' }],
      [{ value: 1 }, { value: 1, unit: 'mg', extra: 1 }, [], null],
    ],
  ])('%# accept what they name and refuse the rest', (kind, good, bad) => {
    expect(good.map((value) => kind.problem(value))).toEqual(good.map(() => undefined));
    expect(bad.map((value) => typeof kind.problem(value))).toEqual(bad.map(() => 'string'));
  });

  it('know whether they can carry a person’s words', () => {
    expect([text(), list(text()), group({ words: text() })].map(({ free }) => free)).toEqual([true, true, true]);
    expect([title(), list(uuid()), group({ at: instant() })].map(({ free }) => free)).toEqual([false, false, false]);
  });
});
