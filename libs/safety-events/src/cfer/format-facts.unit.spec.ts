import type { SafetyEventFact } from '../safety-event/safety-event.events.js';
import { fallReported, fallTriaged, fallVoided, rosa } from '../safety-event/safety-event.examples.js';
import { type FormatFacts, formatFactsAfter } from './format-facts.js';

const at = '2026-03-02T09:10:00.000Z';
const ana = '0192a000-0000-7000-8000-000000000042';
const omar = '0192a000-0000-7000-8000-000000000043';
const unit = '0192a000-0000-7000-8000-000000000011';

/** What is known after some facts, one after another, as the view folds them. */
const factsAfter = (...facts: readonly SafetyEventFact[]): FormatFacts | undefined =>
  facts.reduce<FormatFacts | undefined>(
    (before, fact, step) => formatFactsAfter(before, { ...fact, occurredAt: at, eventId: `e${step}` }),
    undefined,
  );

const rated = (data: object) =>
  ({ type: 'HarmSeverityAssessed', data: { basis: 'chart', assessedBy: rosa, ...data } }) as SafetyEventFact;
const linked = (patient: string, facts: object) =>
  ({ type: 'PatientLinked', data: { patient, facts, linkedBy: rosa } }) as SafetyEventFact;
const corrected = (told: object) =>
  ({ type: 'SafetyEventCorrected', data: { old: {}, new: told, why: { sealed: 'v1.x' }, correctedBy: rosa } }) as never;

describe('what the formats ask of a safety event', () => {
  it('is what was reported, until somebody rates it', () =>
    expect(factsAfter(fallReported)).toMatchObject({
      standing: 'here',
      reportedAt: at,
      codes: { eventClass: 'incident', categories: ['fall'] },
      patients: [],
    }));
  it('is the last rating, with what was said of its duration and time', () =>
    expect(
      factsAfter(fallReported, fallTriaged, rated({ to: 'severe', duration: 'permanent', timing: 'within_24h' })),
    ).toMatchObject({
      codes: { harm: 'severe', duration: 'permanent' },
      timing: 'within_24h',
    }));
  it('says nothing of the duration of a rating that came after it', () => {
    const known = factsAfter(
      fallReported,
      rated({ to: 'severe', duration: 'permanent', timing: 'within_24h' }),
      rated({ to: 'mild' }),
    );
    expect(known?.codes).toEqual({ eventClass: 'incident', categories: ['fall'], harm: 'mild' });
    expect(known?.timing).toBeUndefined();
  });
  it('adds to what is known of a patient, and keeps patients in the order in which they came', () =>
    expect(
      factsAfter(
        fallReported,
        linked(ana, { sex: 'female' }),
        linked(omar, { sex: 'male' }),
        linked(ana, { ageBand: 'adult_75_84' }),
      )?.patients,
    ).toEqual([
      { patient: ana, facts: { sex: 'female', ageBand: 'adult_75_84' } },
      { patient: omar, facts: { sex: 'male' } },
    ]));
  it('is what a correction says, of the category the first only', () => {
    const several = { ...fallReported, data: { ...fallReported.data, furtherCategories: ['device'] } } as const;
    expect(factsAfter(several, corrected({ category: 'medication', unitId: unit, harmed: 'visitor' }))).toMatchObject({
      codes: { categories: ['medication', 'device'] },
      unitId: unit,
      harmed: 'visitor',
    });
  });
  it('takes a corrected place for a better word than the source had', () => {
    const sourceCodes = [{ name: 'place', value: 'Ward-7' }];
    const told = { ...fallReported.data, mapping: 'common-formats-hospital-1.2/1', sourceCodes };
    const brought = { ...fallReported, data: told } as const;
    expect(factsAfter(brought)?.place).toBe('Ward-7');
    expect(factsAfter(brought, corrected({ unitId: unit }))?.place).toBeUndefined();
    expect(factsAfter({ ...brought, data: { ...told, mapping: 'maude-1' } })?.place).toBeUndefined();
  });
  it('stands elsewhere once it is voided, merged or redirected, and here again when it comes back', () => {
    const merged = {
      type: 'SafetyEventMerged',
      data: { intoEventId: unit, matchBasis: ['time'], mergedBy: rosa },
    } as const;
    const unmerged = { type: 'SafetyEventUnmerged', data: { fromEventId: unit, unmergedBy: rosa } } as const;
    expect(factsAfter(fallReported, fallVoided)?.standing).toBe('voided');
    expect(factsAfter(fallReported, merged)?.standing).toBe('merged');
    expect(factsAfter(fallReported, merged, unmerged)?.standing).toBe('here');
  });
  it('is nothing of a stream whose report was not read', () => expect(factsAfter(fallTriaged)).toBeUndefined());
});
