import fc from 'fast-check';
import { toldOf, type Uptake } from './counted-uptake.js';

const of = (accepted: number, declined: number, unanswered: number): Uptake => ({
  offered: accepted + declined + unanswered,
  accepted,
  declined,
  unanswered,
});

it('tells everything where every group is of 11 and more', () =>
  expect(toldOf(of(11, 12, 13))).toEqual(of(11, 12, 13)));

it('tells nothing of fewer than 11 people', () => {
  expect(toldOf(of(10, 0, 0))).toEqual({});
  expect(toldOf(of(0, 0, 0))).toEqual({});
});

it('hides a small group, and what would tell of it', () => {
  expect(toldOf(of(40, 20, 3))).toEqual({ offered: 63, accepted: 40 });
  expect(toldOf(of(40, 4, 3))).toEqual({ offered: 47 });
  expect(toldOf(of(40, 8, 3))).toEqual({ offered: 51, accepted: 40 });
});

it('does not tell that all of a group did the same', () => expect(toldOf(of(20, 0, 0))).toEqual({ offered: 20 }));

it('leaves nothing below 11 to be told or followed', () => {
  const count = fc.integer({ min: 0, max: 30 });
  fc.assert(
    fc.property(count, count, count, (a, b, c) => {
      const uptake = of(a, b, c);
      const told = toldOf(uptake);
      for (const [name, value] of Object.entries(told)) {
        expect(value).toBe(uptake[name as keyof Uptake]);
        expect(value).toBeGreaterThanOrEqual(11);
      }
      if (told.offered === undefined) return expect(told).toEqual({});
      const hidden = (['accepted', 'declined', 'unanswered'] as const).filter((part) => told[part] === undefined);
      expect(hidden).not.toHaveLength(1);
      const rest = hidden.reduce((sum, part) => sum + uptake[part], 0);
      if (hidden.length > 0) expect(rest).toBeGreaterThanOrEqual(11);
      return undefined;
    }),
  );
});
