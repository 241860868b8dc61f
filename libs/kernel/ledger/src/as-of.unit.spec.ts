import type { Decider, DomainCommand, DomainEvent, Recorded } from '#kernel/core';
import { asOf, fold } from './as-of.js';

type Counted = DomainEvent<'Counted', { by: number }>;

const counting: Decider<number, DomainCommand, Counted> = {
  category: 'count',
  initialState: 0,
  decide: () => [],
  evolve: (total, { data }) => total + data.by,
};

/** Recorded in Chicago, where a day ends six hours after it does in Greenwich. */
const recorded = (position: number, recordedAt: string, zone?: string) =>
  ({
    position,
    recordedAt,
    type: 'Counted',
    data: { by: position },
    meta: zone ? { zone } : {},
  }) as unknown as Recorded;
const history = [
  recorded(4, '2026-03-02T20:00:00.000Z', 'America/Chicago'),
  recorded(7, '2026-03-03T05:59:59.999Z'),
  recorded(9, '2026-03-03T06:00:00.000Z'),
];
const positions = (point?: Parameters<typeof asOf>[1]) => asOf(history, point).map(({ position }) => position);

describe('a stream as of some point', () => {
  it('is all of it where no point is named', () => {
    expect(positions()).toEqual([4, 7, 9]);
  });
  it.each([
    [3, []],
    [4, [4]],
    [8, [4, 7]],
    [9, [4, 7, 9]],
  ])('ends at position %i', (position, expected) => {
    expect(positions({ position })).toEqual(expected);
  });
  it.each([
    ['2026-03-02T19:59:59.999Z', []],
    ['2026-03-02T20:00:00Z', [4]],
    ['2026-03-02T14:00:00-06:00', [4]],
    ['2026-03-03T00:00:00-06:00', [4, 7, 9]],
  ])('ends with what was recorded by %s', (date, expected) => {
    expect(positions({ date })).toEqual(expected);
  });
  it('ends with a day where the stream began', () => {
    expect(positions({ date: '2026-03-01' })).toEqual([]);
    expect(positions({ date: '2026-03-02' })).toEqual([4, 7]);
    expect(positions({ date: '2026-03-03' })).toEqual([4, 7, 9]);
  });
  it('ends with a day of Greenwich where nobody said where it began', () => {
    const nowhere = history.map((event) => ({ ...event, meta: {} }));
    expect(asOf(nowhere, { date: '2026-03-02' }).map(({ position }) => position)).toEqual([4]);
  });
  it.each(['yesterday', '2026-02-30', '2026-03-02T09:00:00'])('refuses %s', (date) => {
    expect(() => asOf(history, { date })).toThrow(RangeError);
  });
  it('folds to what was known then', () => {
    expect([fold(counting, asOf(history, { position: 8 })), fold(counting, history)]).toEqual([11, 20]);
  });
});
