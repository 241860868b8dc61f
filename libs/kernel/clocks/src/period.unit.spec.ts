import { boundsOf, periodOf, periodsBetween } from './period.js';

const CHICAGO = 'America/Chicago';

it.each([
  ['2026-04-01T04:59:59.999Z', CHICAGO, '2026-03', '2026-Q1', '2026'], // March 31, 23:59 CDT
  ['2026-04-01T05:00:00.000Z', CHICAGO, '2026-04', '2026-Q2', '2026'],
  ['2027-01-01T05:59:59.999Z', CHICAGO, '2026-12', '2026-Q4', '2026'],
  ['2027-01-01T06:00:00.000Z', CHICAGO, '2027-01', '2027-Q1', '2027'],
  ['2026-09-30T10:00:00.000Z', 'Pacific/Kiritimati', '2026-10', '2026-Q4', '2026'],
])('%s in %s is in %s, %s and %s', (at, zone, month, quarter, year) => {
  expect(periodOf(at, zone, 'month')).toBe(month);
  expect(periodOf(at, zone, 'quarter')).toBe(quarter);
  expect(periodOf(at, zone, 'year')).toBe(year);
});

it.each([
  ['2026-11', '2027-02', ['2026-11', '2026-12', '2027-01', '2027-02']],
  ['2026-Q3', '2027-Q1', ['2026-Q3', '2026-Q4', '2027-Q1']],
  ['2025', '2027', ['2025', '2026', '2027']],
  ['2026-03', '2026-03', ['2026-03']],
  ['2026-04', '2026-03', []],
])('from %s to %s there are %j', (first, last, periods) => {
  expect(periodsBetween(first, last)).toEqual(periods);
});

it.each([
  ['2026-03', CHICAGO, '2026-03-01T06:00:00.000Z', '2026-04-01T05:00:00.000Z'],
  ['2026-11', CHICAGO, '2026-11-01T05:00:00.000Z', '2026-12-01T06:00:00.000Z'],
  ['2026-Q1', CHICAGO, '2026-01-01T06:00:00.000Z', '2026-04-01T05:00:00.000Z'],
  ['2026-Q4', 'UTC', '2026-10-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ['2026', CHICAGO, '2026-01-01T06:00:00.000Z', '2027-01-01T06:00:00.000Z'],
  ['2026-11', 'America/Havana', '2026-11-01T04:00:00.000Z', '2026-12-01T05:00:00.000Z'], // begins with two midnights
])('%s in %s is from %s and before %s', (period, zone, from, before) => {
  expect(boundsOf(period, zone)).toEqual({ from, before });
});

it.each(['', '26', '2026-3', '2026-13', '2026-00', '2026-Q0', '2026-Q5', '2026-q1', '2026-03-01', ' 2026', '2026\n'])(
  '%j is no period',
  (text) => {
    expect(() => boundsOf(text, 'UTC')).toThrow(RangeError);
    expect(() => periodsBetween(text, '2026')).toThrow(RangeError);
    expect(() => periodsBetween('2026', text)).toThrow(RangeError);
  },
);

it('periods of two kinds have nothing between them', () => {
  expect(() => periodsBetween('2026-01', '2026-Q4')).toThrow(RangeError);
});
