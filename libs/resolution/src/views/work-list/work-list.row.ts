import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { ActiveState } from '../../resolution-case/course.state.js';
import type {
  Billable,
  CaseState,
  Criterion,
  Determination,
  ExceptionKind,
} from '../../resolution-case/resolution-case.codes.js';

/** Where nothing is due: after everything else. */
export const NOT_DUE = '9999-12-31T00:00:00.000Z';

/** One resolution case as the work list has it: codes, ids and times only. */
@Entity({ schema: 'views', name: 'resolution_work_list_v2' })
export class WorkListRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('uuid', { name: 'safety_event_id' })
  readonly safetyEventId: string;

  @Column('text')
  readonly status: CaseState;

  /** What the last hold came over: it is left for that state. */
  @Column('text', { name: 'held_from', nullable: true })
  readonly heldFrom?: ActiveState;

  /** How often it was begun: 1 the first time through. */
  @Column('int')
  readonly cycle: number;

  @Column('uuid', { name: 'facility_id', nullable: true })
  readonly facilityId?: string;

  /** The facility's time zone, by which days are counted. */
  @Column('text', { nullable: true })
  readonly zone?: string;

  @Column('uuid', { nullable: true })
  readonly owner?: string;

  @Column('uuid', { nullable: true })
  readonly liaison?: string;

  @Column('boolean', { name: 'contact_given' })
  readonly contactGiven: boolean;

  @Column('uuid', { name: 'communication_lead', nullable: true })
  readonly communicationLead?: string;

  @Column('jsonb')
  readonly members: readonly string[];

  /** Whose case it is now, by ids: members, owner, liaison. */
  @Column('jsonb')
  readonly team: readonly string[];

  @Column('text', { nullable: true })
  readonly billable?: Billable;

  @Column('text')
  readonly hold: 'none' | 'on' | 'released' | 'waived';

  @InstantColumn({ name: 'identified_at' })
  readonly identifiedAt: string;

  @InstantColumn({ name: 'requested_at' })
  readonly requestedAt: string;

  @InstantColumn({ name: 'activated_at', nullable: true })
  readonly activatedAt?: string;

  @InstantColumn({ name: 'disclosed_at', nullable: true })
  readonly disclosedAt?: string;

  /** Why there was no first conversation. */
  @Column('text', { nullable: true })
  readonly exception?: ExceptionKind;

  @Column('int')
  readonly attempts: number;

  /** Criteria that were assessed; their results are counsel's. */
  @Column('jsonb')
  readonly criteria: readonly Criterion[];

  @Column('text', { nullable: true })
  readonly determination?: Determination;

  /** When we last spoke with the patient or who stands for them. */
  @InstantColumn({ name: 'last_contact_at', nullable: true })
  readonly lastContactAt?: string;

  /** When the patient was told that they hear from us next. */
  @InstantColumn({ name: 'next_contact_at', nullable: true })
  readonly nextContactAt?: string;

  @InstantColumn({ name: 'hold_due_at', nullable: true })
  readonly holdDueAt?: string;

  @InstantColumn({ name: 'determination_due_at', nullable: true })
  readonly determinationDueAt?: string;

  @InstantColumn({ name: 'resolution_due_at', nullable: true })
  readonly resolutionDueAt?: string;

  @InstantColumn({ name: 'resolved_at', nullable: true })
  readonly resolvedAt?: string;

  @InstantColumn({ name: 'closed_at', nullable: true })
  readonly closedAt?: string;

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
