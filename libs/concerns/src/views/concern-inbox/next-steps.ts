import type { Instant } from '#kernel/core';
import { type ConcernInboxRow, NOT_DUE } from './concern-inbox.row.js';

type Owing = Omit<ConcernInboxRow, 'org' | 'id' | 'position' | 'dueAt' | 'open'>;

/** What a concern waits for. */
export const CONCERN_STEPS = [
  'take_urgent_action',
  'judge_flood',
  'confirm_spam',
  'acknowledge',
  'triage',
  'answer',
  'answer_grievance',
  'answer_merged',
  'tell_outcome',
  'read_new_words',
  'close',
] as const;
export type ConcernStep = (typeof CONCERN_STEPS)[number];

/** A step that is owed, until when, and whether that is past. */
export interface NextConcernStep {
  readonly step: ConcernStep;
  readonly dueAt?: Instant;
  readonly late: boolean;
}

const WORKED_ON: readonly ConcernInboxRow['status'][] = [
  'submitted',
  'acknowledged',
  'triaged',
  'in_follow_up',
  'responded',
];

/** Whether anybody here owes anything on it, and until when the most pressing step. */
export const standingOf = (line: Owing): Pick<ConcernInboxRow, 'open' | 'dueAt'> => {
  const steps = [...owed(line)];
  const dueAt = steps.map(([, due = NOT_DUE]) => due).sort()[0] ?? NOT_DUE;
  return { open: steps.length > 0 || WORKED_ON.includes(line.status), dueAt };
};

/** What the concern waits for as of `now`, most pressing first: late before due, due before undated. */
export const nextSteps = (line: Owing, now: Instant): readonly NextConcernStep[] =>
  [...owed(line)]
    .map(
      ([step, dueAt]): NextConcernStep => ({ step, ...(dueAt && { dueAt }), late: dueAt !== undefined && dueAt < now }),
    )
    .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));

function* owed(line: Owing): Generator<readonly [ConcernStep, Instant?]> {
  const { status, grievanceDueAt, promisedAt } = line;
  if (status === 'spam' || status === 'merged') return;
  // Danger is owed whatever became of the concern: withdrawal stops contact only.
  if (line.stillAtRisk) yield ['take_urgent_action', line.urgentDueAt];
  if (line.newWords) yield ['read_new_words'];
  if (line.owed.length > 0) yield ['answer_merged', promisedAt ?? grievanceDueAt];
  if (!WORKED_ON.includes(status)) return;
  if (line.quarantined) yield ['judge_flood'];
  if (line.spamProposed) yield ['confirm_spam'];
  if (!line.acknowledgedAt && line.reachable) yield ['acknowledge', line.acknowledgementDueAt];
  if (line.outcomeUntold) yield ['tell_outcome'];
  if (status === 'submitted' || status === 'acknowledged') yield ['triage'];
  if (line.grievance && !line.answeredInFull) yield ['answer_grievance', promisedAt ?? grievanceDueAt];
  else if (status !== 'responded') yield ['answer', promisedAt ?? line.answerDueAt];
  else if (line.owed.length === 0) yield ['close'];
}
