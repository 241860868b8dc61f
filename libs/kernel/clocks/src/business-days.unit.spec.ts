import fc from 'fast-check';
import { businessDaysBetween, earliestWithin } from './business-days.js';
import { calendarOf } from './calendars.js';
import { dueAt } from './due-at.js';

const usFederal = calendarOf('us-federal');
const CHICAGO = 'America/Chicago';
const between = (from: string, to: string) => businessDaysBetween(from, to, CHICAGO, usFederal);

describe('business days between two instants', () => {
  it.each([
    ['the same day', '2026-03-06T15:00:00.000Z', '2026-03-06T22:00:00.000Z', 0],
    ['over a weekend, from Friday to Monday', '2026-03-06T15:00:00.000Z', '2026-03-09T15:00:00.000Z', 1],
    ['from Friday to Saturday, which is in time for Monday', '2026-03-06T15:00:00.000Z', '2026-03-07T15:00:00.000Z', 1],
    ['from Saturday to Sunday', '2026-03-07T15:00:00.000Z', '2026-03-08T15:00:00.000Z', 1],
    ['over Independence Day', '2026-07-02T15:00:00.000Z', '2026-07-06T15:00:00.000Z', 1],
    ['backwards', '2026-03-09T15:00:00.000Z', '2026-03-06T15:00:00.000Z', 0],
    ['late in Chicago, where it is still the same day', '2026-03-06T15:00:00.000Z', '2026-03-07T05:30:00.000Z', 0],
  ])('are counted %s', (_, from, to, days) => expect(between(from, to)).toBe(days));

  const instant = fc
    .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString());

  it('are the fewest by which it was in time', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 60 * 24 * 40 }), (from, minutes) => {
        const to = new Date(Date.parse(from) + minutes * 60_000).toISOString();
        const days = between(from, to);
        const due = (amount: number) => dueAt(from, { clock: 'BUSINESS_DAYS', amount }, CHICAGO, usFederal);
        expect(to <= due(days)).toBe(true);
        if (days > 0) expect(to <= due(days - 1)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('are not more than the amount from the earliest instant on, and more before it', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 15 }), (at, amount) => {
        const earliest = earliestWithin(at, amount, CHICAGO, usFederal);
        const before = new Date(Date.parse(earliest) - 1).toISOString();
        expect(between(earliest, at)).toBeLessThanOrEqual(amount);
        expect(between(before, at)).toBeGreaterThan(amount);
      }),
      { numRuns: 60 },
    );
  });
});
