import { derivedUuid } from '#kernel/platform';
import { RecheckAuthority, RecordMinority, RecordRepresentative } from '#resolution';
import { RecordPatientDeath } from '#safety-events';
import { DAY, instantOf, type Step } from './step.js';
import { commandIdOf } from './teller.js';

/** Who stands for the patient of a case, and between which times it is recorded. */
export interface StandIn {
  readonly who: 'parent' | 'executor';
  readonly name: string;
  readonly org: string;
  readonly safetyEvent: string;
  readonly patient: string;
  readonly case: string;
  readonly after: number;
  readonly before: number;
}

type StepAt = (at: number, name: string, command: Step['command']) => Step;

/** Some 17 years: nobody in the story comes of age. */
const CHILDHOOD = 6200 * DAY;

/** Records who stands for the patient before anybody speaks with them: a child's parent, or the executor of who died. */
export const standInSteps = (standIn: StandIn, step: StepAt): readonly Step[] => {
  const { who, name, after, before, safetyEvent, patient } = standIn;
  const at = (share: number) => Math.floor(after + (before - after) * share);
  const known = step(
    at(0.7),
    'stand-in',
    (envelope) =>
      new RecordRepresentative(
        standIn.case,
        { ...OF[who], authority: 'decides', verified: true, maySettle: false, name },
        envelope,
      ),
  );
  const person = personOf(standIn.org, known);
  if (who === 'parent')
    return [
      step(at(0.6), 'minority', (envelope) => {
        const majorityAt = instantOf(at(0.6) + CHILDHOOD);
        return new RecordMinority(standIn.case, { majorityAt, courtApprovalNeeded: true }, envelope);
      }),
      known,
    ];
  const died = { value: instantOf(at(0.3)), precision: 'hour' } as const;
  return [
    step(
      at(0.6),
      'death',
      (envelope) => new RecordPatientDeath(safetyEvent, { patient, diedAt: died, source: 'clinical_record' }, envelope),
    ),
    known,
    step(at(0.8), 'authority', (envelope) => new RecheckAuthority(standIn.case, { person }, envelope)),
  ];
};

const OF = {
  parent: { relation: 'parent', basis: 'parent_of_minor' },
  executor: { relation: 'executor', basis: 'executor_of_estate' },
} as const;

/** The id that the case gives somebody follows from the command that records them. */
export const personOf = (org: string, step: Pick<Step, 'organization' | 'key'>): string =>
  derivedUuid('resolution-case-person', org, commandIdOf(step));

/** The same of the first question that was asked in a conversation. */
export const questionOf = (org: string, step: Pick<Step, 'organization' | 'key'>): string =>
  derivedUuid('question 0', org, commandIdOf(step));
