import type { MeasureId } from '../measure-snapshot/measure.codes.js';
import { factsOfStory } from '../views/measure-subjects/history.examples.js';
import { OutcomeStory } from '../views/measure-subjects/outcome-story.examples.js';

/** All times at 15:00 UTC, by day of 2026, in Chicago (UTC-6, from 8 March on UTC-5). */
const on = (month: number, day: number, time = '15:00:00.000') =>
  `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T${time}Z`;

const factFor = (measure: MeasureId, story: OutcomeStory) => {
  const [fact, ...more] = factsOfStory(story).filter((one) => one.measure === measure);
  expect(more).toEqual([]);
  return fact;
};

/** Activated on 2 March: 90 days end with 31 May, 180 with 29 August. */
const active = () => {
  const story = new OutcomeStory(1);
  story.reported(on(3, 1)).triaged(on(3, 1), 'severe');
  return story.activated(on(3, 2));
};
const judged = () => active().determined(on(4, 1), 'unreasonable');
const DUE_90 = on(6, 1, '04:59:59.999');
const DUE_180 = on(8, 30, '04:59:59.999');

describe('RES-01, care determined within 90 days', () => {
  it.each([
    [DUE_90, 'met'],
    [on(6, 1, '05:00:00.000'), 'unmet'],
  ])('determined at %s it is %s', (at, outcome) => {
    const fact = factFor('RES-01', active().determined(at, 'reasonable'));
    expect(fact).toMatchObject({
      anchorAt: on(3, 2),
      quarter: '2026-Q1',
      dueAt: DUE_90,
      doneAt: at,
      outcome,
      positions: [3, 4],
    });
  });
  it('is not done by what decides nothing, and goes by the first that does', () => {
    expect(factFor('RES-01', active().determined(on(4, 1), 'undetermined'))).toMatchObject({
      outcome: 'unmet',
      positions: [3],
    });
    const again = active().determined(on(4, 1), 'mixed').determined(on(7, 1), 'unreasonable');
    expect(factFor('RES-01', again)).toMatchObject({ outcome: 'met', doneAt: on(4, 1) });
  });
  it('is of activated cases only, and none that was withdrawn or voided', () => {
    const requested = new OutcomeStory(1);
    requested.reported(on(3, 1)).requested(on(3, 2));
    expect(factFor('RES-01', requested)).toBeUndefined();
    expect(factFor('RES-01', active().withdrawn(on(3, 3)))).toMatchObject({ outcome: 'excluded', why: 'withdrawn' });
    expect(factFor('RES-01', active().voided(on(3, 3)))).toMatchObject({ outcome: 'excluded', why: 'voided' });
  });
  it.each([
    ['patient_wish', 'exception', 'patient-pause'],
    ['grief', 'exception', 'patient-pause'],
    ['treatment', 'exception', 'patient-pause'],
    ['medical_examiner', 'exception', 'record-pending'],
    ['authority_unclear', 'unmet', undefined],
  ] as const)('on hold for %s it is %s', (reason, outcome, why) => {
    expect(factFor('RES-01', active().paused(on(5, 1), reason))).toEqual(
      expect.objectContaining({ outcome, ...(why && { why }) }),
    );
  });
  it('is excused by what was recorded by the limit, whenever that was said to be; and is met where it was done in time', () => {
    expect(factFor('RES-01', active().paused(on(5, 1), 'grief', DUE_90))?.outcome).toBe('exception');
    expect(factFor('RES-01', active().paused(on(5, 1), 'grief', on(6, 1)))?.outcome).toBe('unmet');
    expect(factFor('RES-01', active().paused(on(5, 1), 'grief').determined(on(5, 2), 'mixed'))?.outcome).toBe('met');
    const both = active().paused(on(5, 1), 'medical_examiner').paused(on(5, 2), 'grief');
    expect(factFor('RES-01', both)).toMatchObject({ why: 'record-pending', positions: [3, 4] });
  });
});

describe('RES-02, insurer referral', () => {
  it('is owed once the care stands as unreasonable, and failed until it is made', () => {
    expect(factFor('RES-02', judged())).toMatchObject({
      anchorAt: on(4, 1),
      quarter: '2026-Q2',
      outcome: 'unmet',
      positions: [4],
    });
    expect(factFor('RES-02', judged().referred(on(9, 1)))).toMatchObject({ outcome: 'met', doneAt: on(9, 1) });
    expect(factFor('RES-02', judged())).not.toHaveProperty('dueAt');
  });
  it.each(['reasonable', 'mixed', 'undetermined'] as const)('is not owed where it was found %s', (found) => {
    expect(factFor('RES-02', active().determined(on(4, 1), found))).toBeUndefined();
  });
  it('is not owed any more where it was determined otherwise, and goes by the determination that stands', () => {
    expect(factFor('RES-02', judged().determined(on(4, 2), 'mixed'))).toBeUndefined();
    const again = judged().determined(on(4, 2), 'mixed').determined(on(4, 3), 'unreasonable');
    expect(factFor('RES-02', again)).toMatchObject({ anchorAt: on(4, 3), positions: [6] });
    expect(factFor('RES-02', judged().determined(on(4, 2), 'undetermined'))).toMatchObject({ anchorAt: on(4, 1) });
  });
  it('is owed after a written claim too, from the first of both', () => {
    expect(factFor('RES-02', active().claimed(on(3, 20)))).toMatchObject({ anchorAt: on(3, 20), outcome: 'unmet' });
    expect(factFor('RES-02', judged().claimed(on(3, 20), on(4, 2)))).toMatchObject({ anchorAt: on(3, 20), late: true });
    expect(factFor('RES-02', judged().claimed(on(4, 20)))).toMatchObject({ anchorAt: on(4, 1) });
  });
  it('is not owed where there is no insurer; one that was made after all counts', () => {
    expect(factFor('RES-02', judged().selfFunded(on(4, 2)))).toMatchObject({
      outcome: 'excluded',
      why: 'self-funded',
      positions: [4, 5],
    });
    expect(factFor('RES-02', judged().selfFunded(on(4, 2)).referred(on(4, 3)))).toMatchObject({ outcome: 'met' });
  });
});

describe('RES-03, an offer within 180 days', () => {
  it.each([
    [DUE_180, 'met'],
    [on(8, 30, '05:00:00.000'), 'unmet'],
  ])('made at %s it is %s', (at, outcome) => {
    expect(factFor('RES-03', judged().offered(at, ['memorial']))).toMatchObject({
      anchorAt: on(3, 2),
      dueAt: DUE_180,
      doneAt: at,
      outcome,
      positions: [3, 4, 5],
    });
  });
  it('is owed where the care stands as unreasonable', () => {
    expect(factFor('RES-03', active())).toBeUndefined();
    expect(factFor('RES-03', active().determined(on(4, 1), 'mixed'))).toBeUndefined();
    expect(factFor('RES-03', judged())).toMatchObject({ outcome: 'unmet', positions: [3, 4] });
    expect(factFor('RES-03', judged().determined(on(4, 2), 'reasonable'))).toBeUndefined();
  });
  it('is excused where the patient wanted no such program, or a suit came first', () => {
    expect(factFor('RES-03', judged().refused(on(5, 1), 'program'))).toMatchObject({
      outcome: 'exception',
      why: 'refused-talks',
    });
    expect(factFor('RES-03', judged().sued(on(5, 1)))).toMatchObject({
      outcome: 'exception',
      why: 'suit-first',
      positions: [3, 4, 5],
    });
    expect(factFor('RES-03', judged().refused(on(5, 1), 'review'))?.outcome).toBe('unmet');
    expect(factFor('RES-03', judged().sued(on(5, 1), on(9, 1)))?.outcome).toBe('unmet');
    expect(factFor('RES-03', judged().sued(on(5, 1)).offered(on(5, 2), ['money']))?.outcome).toBe('met');
  });
});

describe('RES-04, the right to a lawyer told before compensation is offered', () => {
  it('is of cases in which what is paid for was offered, from the first time', () => {
    expect(factFor('RES-04', judged().advised(on(4, 2)))).toBeUndefined();
    expect(factFor('RES-04', judged().offered(on(4, 3), ['memorial', 'staff_training']))).toBeUndefined();
    const offers = judged()
      .offered(on(4, 3), ['memorial'])
      .revised(on(4, 4), ['bill_waiver'])
      .offered(on(4, 5), ['money']);
    expect(factFor('RES-04', offers)).toMatchObject({ anchorAt: on(4, 4), outcome: 'unmet', positions: [6] });
  });
  it('is met where it was told before, and not where it was told after', () => {
    const [before, at, after] = [on(4, 2), on(4, 3), on(4, 3, '15:00:00.001')];
    expect(factFor('RES-04', judged().advised(before).offered(at, ['money']))).toMatchObject({
      outcome: 'met',
      positions: [5, 6],
    });
    expect(factFor('RES-04', judged().advised(at).offered(at, ['future_care']))).toMatchObject({ outcome: 'met' });
    expect(factFor('RES-04', judged().offered(at, ['money']).advised(after))).toMatchObject({
      outcome: 'unmet',
      positions: [5],
    });
    // entered after the offer, and told before it
    expect(factFor('RES-04', judged().offered(at, ['money']).advised(before, on(4, 9)))).toMatchObject({
      outcome: 'met',
      late: true,
    });
  });
});
