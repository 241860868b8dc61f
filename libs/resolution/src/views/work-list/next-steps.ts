import { type Instant } from '#kernel/core';
import { CRITERIA } from '../../resolution-case/resolution-case.codes.js';
import { ENDED_STATES } from './standing.js';
import { NOT_DUE, type WorkListRow } from './work-list.row.js';

type Owing = Omit<WorkListRow, 'org' | 'id' | 'position' | 'dueAt'>;

/** What a case waits for. */
export const STEPS = [
  'activate_team',
  'hold_initial_disclosure',
  'name_liaison',
  'establish_billability',
  'place_billing_hold',
  'open_determination',
  'assess_criteria',
  'determine_care',
  'explain_care',
  'resolve',
  'release_billing_hold',
  'close',
] as const;
export type Step = (typeof STEPS)[number];

/** A step that is owed, until when, and whether that is past. */
export interface NextStep {
  readonly step: Step;
  readonly dueAt?: Instant;
  readonly late: boolean;
}

const MINUTE = 60_000;
/** Response team and first conversation, counted from the identification (domain.md 8.2: DL-02, DL-03). */
const ACTIVATION_MINUTES = 30;
const DISCLOSURE_MINUTES = 60;

const minutesAfter = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * MINUTE).toISOString();

/** Until when the most pressing step of a case is owed. */
export const dueAtOf = (line: Owing): Instant =>
  [...owed(line)].map(([, dueAt = NOT_DUE]) => dueAt).sort()[0] ?? NOT_DUE;

/** What the case waits for as of `now`, most pressing first: late before due, due before undated. */
export const nextSteps = (line: Owing, now: Instant): readonly NextStep[] =>
  [...owed(line)]
    .map(([step, dueAt]): NextStep => ({ step, ...(dueAt && { dueAt }), late: dueAt !== undefined && dueAt < now }))
    .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));

function* owed(line: Owing): Generator<readonly [Step, Instant?]> {
  const { status, identifiedAt, determinationDueAt, resolutionDueAt } = line;
  if (ENDED_STATES.includes(status)) return;
  if (status === 'requested') {
    yield ['activate_team', minutesAfter(identifiedAt, ACTIVATION_MINUTES)];
    return;
  }
  if (status === 'activated' || status === 'disclosing')
    yield ['hold_initial_disclosure', minutesAfter(identifiedAt, DISCLOSURE_MINUTES)];
  if (!line.liaison || !line.contactGiven) yield ['name_liaison'];
  if (line.billable === 'unknown') yield ['establish_billability', line.holdDueAt];
  if (line.billable === 'yes' && line.hold === 'none') yield ['place_billing_hold', line.holdDueAt];
  if (status === 'reviewing') yield ['open_determination', determinationDueAt];
  if (status === 'determining') yield [judging(line), determinationDueAt];
  if (status === 'explained') yield ['resolve', resolutionDueAt];
  if ((status === 'explained' || status === 'resolved') && line.hold === 'on') yield ['release_billing_hold'];
  if (status === 'resolved' && line.hold !== 'on') yield ['close'];
}

const judging = ({ criteria, determination }: Pick<WorkListRow, 'criteria' | 'determination'>): Step => {
  if (criteria.length < CRITERIA.length) return 'assess_criteria';
  return determination === 'reasonable' ? 'explain_care' : 'determine_care';
};
