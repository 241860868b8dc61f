import * as fc from 'fast-check';
import { isInstantWithZone, toInstant } from './instant.js';

describe('A time from outside', () => {
  it.each([
    ['2026-03-02T09:00:00-05:00', '2026-03-02T14:00:00.000Z'],
    ['2026-03-02t09:00:00.123456789z', '2026-03-02T09:00:00.123Z'],
    ['2024-02-29T23:30:00-01:00', '2024-03-01T00:30:00.000Z'],
  ])('is put in UTC: %s', (text, instant) => {
    expect(isInstantWithZone(text)).toBe(true);
    expect(toInstant(text)).toBe(instant);
  });

  it.each([
    '2026-03-02T09:00:00',
    '2026-03-02',
    '2026-03-02 09:00:00Z',
    '2026-02-29T09:00:00Z',
    '2026-04-31T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T23:59:60Z',
    '2026-03-02T09:00:00+24:00',
    '2026-03-02T09:00:00.1234567890Z',
    '9999-12-31T23:59:59-01:00',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+01:00',
    '+02026-03-02T09:00:00Z',
    1_767_225_600,
    null,
  ])('is refused without an offset, or where the calendar has no such time: %s', (value) => {
    expect(isInstantWithZone(value)).toBe(false);
  });

  it('comes back as it was', () => {
    const dates = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
    return fc.assert(fc.property(dates, (date) => expect(toInstant(date.toISOString())).toBe(date.toISOString())));
  });
});
