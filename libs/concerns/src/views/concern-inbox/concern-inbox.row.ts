import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type {
  ConcernCategory,
  ConcernChannel,
  ConcernKind,
  ConcernSeverity,
  ConcernState,
} from '../../concern/concern.codes.js';

/** Where nothing is due: after everything else. */
export const NOT_DUE = '9999-12-31T00:00:00.000Z';

/** One concern as the inbox has it: codes, ids and times, no word of anybody's. */
@Entity({ schema: 'views', name: 'concern_inbox_v1' })
export class ConcernInboxRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('text')
  readonly status: ConcernState;

  /** Whether somebody here owes anything on it. */
  @Column('boolean')
  readonly open: boolean;

  @Column('text')
  readonly channel: ConcernChannel;

  @Column('uuid', { name: 'facility_id' })
  readonly facilityId: string;

  @Column('uuid', { name: 'unit_id', nullable: true })
  readonly unitId?: string;

  @Column('text')
  readonly language: string;

  @Column('text', { nullable: true })
  readonly category?: ConcernCategory;

  @Column('jsonb')
  readonly kinds: readonly ConcernKind[];

  @Column('boolean')
  readonly grievance: boolean;

  @Column('text', { nullable: true })
  readonly severity?: ConcernSeverity;

  @Column('uuid', { nullable: true })
  readonly owner?: string;

  @Column('boolean')
  readonly anonymous: boolean;

  /** Whether there is a way on which the submitter may be reached. */
  @Column('boolean')
  readonly reachable: boolean;

  /** Somebody is in danger, and nobody has said what was done about it. */
  @Column('boolean', { name: 'still_at_risk' })
  readonly stillAtRisk: boolean;

  @Column('boolean')
  readonly quarantined: boolean;

  @Column('boolean', { name: 'spam_proposed' })
  readonly spamProposed: boolean;

  /** The submitter wrote, and nobody here has done anything since. */
  @Column('boolean', { name: 'new_words' })
  readonly newWords: boolean;

  /** Merged into this one, and owed a written answer, by id. */
  @Column('jsonb')
  readonly owed: readonly string[];

  @Column('uuid', { name: 'merged_into', nullable: true })
  readonly mergedInto?: string;

  @Column('uuid', { name: 'safety_event_id', nullable: true })
  readonly safetyEventId?: string;

  /** What came of the safety event is known, and the submitter was told nothing since. */
  @Column('boolean', { name: 'outcome_untold' })
  readonly outcomeUntold: boolean;

  /** The last answer was one that a grievance is owed. */
  @Column('boolean', { name: 'answered_in_full' })
  readonly answeredInFull: boolean;

  @InstantColumn({ name: 'received_at' })
  readonly receivedAt: string;

  @InstantColumn({ name: 'acknowledged_at', nullable: true })
  readonly acknowledgedAt?: string;

  @InstantColumn({ name: 'responded_at', nullable: true })
  readonly respondedAt?: string;

  @InstantColumn({ name: 'ended_at', nullable: true })
  readonly endedAt?: string;

  /** When the notice of a delay promised the answer. */
  @InstantColumn({ name: 'promised_at', nullable: true })
  readonly promisedAt?: string;

  @InstantColumn({ name: 'urgent_due_at' })
  readonly urgentDueAt: string;

  @InstantColumn({ name: 'acknowledgement_due_at' })
  readonly acknowledgementDueAt: string;

  @InstantColumn({ name: 'grievance_due_at' })
  readonly grievanceDueAt: string;

  @InstantColumn({ name: 'answer_due_at' })
  readonly answerDueAt: string;

  @InstantColumn({ name: 'last_moved_at' })
  readonly lastMovedAt: string;

  /** Until when the most pressing step is owed; {@link NOT_DUE} where no time is set. */
  @InstantColumn({ name: 'due_at' })
  readonly dueAt: string;

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}
