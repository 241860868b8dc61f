import { secret } from '#kernel/core';
import { recorded as asRecorded, projecting } from '#kernel/readers/testing';
import { factsCatalogue, type KeptFact } from '../../facts/facts.events.js';
import { facts } from './facts.projection.js';
import type { FactEntry, SaidOfFact } from './facts.row.js';

const rosa = '0192a000-0000-7000-8000-000000000021';
const wet = '0192a000-0000-7000-8000-000000000301';
const sign = '0192a000-0000-7000-8000-000000000302';
const on = { safetyEventId: '0192a000-0000-7000-8000-000000000101', entry: wet } as const;

type Fact<T extends KeptFact['type']> = Extract<KeptFact, { type: T }>;

const recorded: Fact<'FactRecorded'> = {
  type: 'FactRecorded',
  data: { ...on, source: 'device_or_log', text: secret('Mopped at 02:10.'), recordedBy: rosa },
};
const another: KeptFact = { ...recorded, data: { ...recorded.data, entry: sign } };
const corrected: KeptFact = {
  type: 'FactCorrected',
  data: { ...on, text: secret('Mopped at 02:20.'), correctedBy: rosa },
};
const cleared: KeptFact = {
  type: 'FactClearedForSharing',
  data: {
    ...on,
    words: secret('The floor was wet.'),
    language: 'en',
    clearedAt: '2026-03-02T10:00:00.000Z',
    clearedBy: rosa,
  },
};
const withdrawn: KeptFact = {
  type: 'FactClearanceWithdrawn',
  data: { ...on, reason: 'superseded', withdrawnBy: rosa },
};
const retracted: KeptFact = { type: 'FactRetracted', data: { ...on, reason: 'wrong', retractedBy: rosa } };

const kept = (...events: readonly KeptFact[]) => events.map((fact) => asRecorded<KeptFact>(fact));
const of = ({ type, data }: KeptFact) => expect.objectContaining({ type, data }) as SaidOfFact;
type Stands = Pick<FactEntry, 'standing'> & Partial<FactEntry>;
const entry = (stands: Stands): FactEntry => ({ entry: wet, recorded: of(recorded), ...stands });

describe('the kept facts of a case', () => {
  it('are listed with what came to pass with them, every kind of it', () => {
    expect(Object.keys(facts.on).sort()).toEqual(factsCatalogue.map(({ type }) => type).sort());
  });
  it.each<readonly [string, readonly KeptFact[], Stands]>([
    ['just recorded', [], { standing: 'kept' }],
    ['cleared', [cleared], { standing: 'cleared', clearance: of(cleared) }],
    ['cleared and withdrawn', [cleared, withdrawn], { standing: 'kept' }],
    ['cleared and corrected', [cleared, corrected], { standing: 'kept', correction: of(corrected) }],
    [
      'corrected and cleared',
      [corrected, cleared],
      { standing: 'cleared', correction: of(corrected), clearance: of(cleared) },
    ],
    ['cleared and retracted', [cleared, retracted], { standing: 'retracted', retraction: of(retracted) }],
  ])('show one that was %s', (_, following, stands) =>
    projecting(facts)
      .given(...kept(recorded, ...following))
      .thenRows({ entries: [entry(stands)] }),
  );
  it('stand apart from each other, in the order in which they were recorded', () =>
    projecting(facts)
      .given(...kept(recorded, another, cleared))
      .thenRows({
        entries: [
          entry({ standing: 'cleared', clearance: of(cleared) }),
          { entry: sign, standing: 'kept', recorded: of(another) },
        ],
      }));
});
