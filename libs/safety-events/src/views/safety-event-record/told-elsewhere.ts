import type { Tx } from '#kernel/platform';
import { statusOf } from './record.steps.js';
import { type RecordedFact, SafetyEventRecordRow } from './safety-event-record.row.js';

/** Feedback of a stream to which a report went on. */
export interface ToldElsewhere {
  readonly stream: string;
  readonly facts: readonly RecordedFact[];
}

/**
 * What whoever reported was told with the safety event that their report was merged into, since it was: it is meant for all who
 * reported it (domain.md 8.16). Nothing else of another's report is theirs.
 */
export const toldElsewhere = async (
  tx: Tx,
  { org, facts }: Pick<SafetyEventRecordRow, 'org' | 'facts'>,
): Promise<readonly ToldElsewhere[]> => {
  const merging = statusOf(facts) === 'merged' ? facts.findLast(({ type }) => type === 'SafetyEventMerged') : undefined;
  if (!merging || !('intoEventId' in merging.data)) return [];
  const id = merging.data.intoEventId;
  const row = await tx.manager.findOneBy(SafetyEventRecordRow, { org, id });
  if (!row) return [];
  const told = row.facts.filter(
    ({ type, recordedAt }) => type === 'ReporterFeedbackGiven' && recordedAt >= merging.recordedAt,
  );
  const onward = await toldElsewhere(tx, row);
  return told.length > 0 ? [{ stream: `safety-event-${id}`, facts: told }, ...onward] : onward;
};
