import fc from 'fast-check';
import { businessDaysTaken } from './business-days.js';
import { dueAt } from './due-at.js';
import { usFederal } from './us-federal.js';

const CHICAGO = 'America/Chicago';

it.each([
  ['2026-03-02T15:00:00.000Z', '2026-03-02T23:00:00.000Z', 0], // Monday, the same day there
  ['2026-03-02T15:00:00.000Z', '2026-03-03T15:00:00.000Z', 1],
  ['2026-03-06T15:00:00.000Z', '2026-03-08T15:00:00.000Z', 1], // Friday to Sunday: in time by Monday
  ['2026-03-06T15:00:00.000Z', '2026-03-09T15:00:00.000Z', 1],
  ['2026-11-25T18:00:00.000Z', '2026-11-27T18:00:00.000Z', 1], // Thanksgiving between
  ['2026-03-03T15:00:00.000Z', '2026-03-02T15:00:00.000Z', 0], // before it began
])('from %s to %s it took %d', (from, to, days) => {
  expect(businessDaysTaken(from, to, CHICAGO, usFederal)).toBe(days);
});

it('is the smallest number of days in which it would have been in time', () => {
  const times = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-12-01') });
  fc.assert(
    fc.property(times, fc.nat(40 * 24 * 60), (begin, minutes) => {
      const [from, to] = [begin, begin + minutes * 60_000].map((time) => new Date(time).toISOString()) as [
        string,
        string,
      ];
      const days = businessDaysTaken(from, to, CHICAGO, usFederal);
      const due = (amount: number) => dueAt(from, { clock: 'BUSINESS_DAYS', amount }, CHICAGO, usFederal);
      expect(to <= due(days)).toBe(true);
      if (days > 0) expect(to > due(days - 1)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
