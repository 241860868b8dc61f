import { readSession, sessionOf, writeSession } from './operations-session.js';

const NOW = '2026-03-02T09:00:00.000Z';
const seconds = (instant: string) => Date.parse(instant) / 1000;
const ana = { org: '018f0000-0000-7000-8000-000000000001', personId: '018f0000-0000-7000-8000-0000000000a1' };

it('lasts thirty minutes, or as long as the token that let one in', () => {
  const long = sessionOf({ ...ana, expiresAt: seconds('2026-03-02T21:00:00.000Z') }, NOW);
  expect(long).toEqual({ ...ana, expiresAt: seconds('2026-03-02T09:30:00.000Z') });
  const short = sessionOf({ ...ana, expiresAt: seconds('2026-03-02T09:05:00.000Z') }, NOW);
  expect(short).toEqual({ ...ana, expiresAt: seconds('2026-03-02T09:05:00.000Z') });
});

it('reads as it was written, until it is over', () => {
  const session = { ...ana, expiresAt: seconds('2026-03-02T09:30:00.000Z') };
  const value = writeSession(session);
  expect(readSession(value, '2026-03-02T09:29:59.999Z')).toEqual(session);
  expect(readSession(value, '2026-03-02T09:30:00.000Z')).toBeUndefined();
});

it.each(['', 'yes', '1.2.3', `9999999999.${ana.org}`, `x.${ana.org}.${ana.personId}`])('is not %p', (value) => {
  expect(readSession(value, NOW)).toBeUndefined();
});
