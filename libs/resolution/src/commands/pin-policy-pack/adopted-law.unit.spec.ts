import { adoptedLaw } from './adopted-law.js';

const clinic = '0192a000-0000-7000-8000-000000000010';
const early = '2026-01-01T00:00:00.000Z';
const by = '2026-03-02T15:00:00.000Z';
const named = (...told: Parameters<typeof adoptedLaw>) => {
  const pack = adoptedLaw(...told);
  return pack && `${pack.jurisdiction} ${pack.version}`;
};
const ia = { jurisdiction: 'us-ia', since: early };
const co = { jurisdiction: 'us-co', since: early };
const us = { jurisdiction: 'us', since: early };

it('is none where none was adopted', () => {
  expect(named([], by, '2026-03-02')).toBeUndefined();
});

it('is the version that was in force on the day of the event', () => {
  expect(named([ia], by, '2020-06-30')).toBe('us-ia 2015-1');
  expect(named([ia], by, '2020-07-01')).toBe('us-ia 2020-1');
});

it('is none that was adopted later, and one that was adopted just then', () => {
  expect(named([{ ...ia, since: '2026-03-02T15:00:00.001Z' }], by, '2026-03-02')).toBeUndefined();
  expect(named([{ ...ia, since: by }], by, '2026-03-02')).toBe('us-ia 2020-1');
});

it('is a state’s before the nation’s, whichever was adopted first', () => {
  expect(named([us, co], by, '2026-03-02')).toBe('us-co 2019-1');
  expect(named([co, us], by, '2026-03-02')).toBe('us-co 2019-1');
  expect(named([us], by, '2026-03-02')).toBe('us 2026-1');
});

it('is the nation’s on a day on which the state had none', () => {
  expect(named([co, us], by, '2019-06-30')).toBe('us 2026-1');
});

it('is the facility’s own before the organization’s', () => {
  expect(named([{ ...ia, facilityId: clinic }, co], by, '2026-03-02')).toBe('us-ia 2020-1');
  expect(named([{ ...us, facilityId: clinic }, co], by, '2026-03-02')).toBe('us 2026-1');
});

it('is, of several as near, the one that was adopted last', () => {
  expect(named([ia, co], by, '2026-03-02')).toBe('us-co 2019-1');
  expect(named([co, ia], by, '2026-03-02')).toBe('us-ia 2020-1');
});
