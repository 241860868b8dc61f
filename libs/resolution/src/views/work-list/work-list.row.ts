import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { CaseState } from '../../resolution-case/resolution-case.codes.js';
import type { ResolutionCase } from '../../resolution-case/resolution-case.state.js';

/** One resolution case as the work list has it: codes, ids and times only. Until when what is owed, its clocks say. */
@Entity({ schema: 'views', name: 'resolution_work_list_v2' })
export class WorkListRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('uuid', { name: 'safety_event_id' })
  readonly safetyEventId: string;

  /** What the rules remember of the case: where it stands and what may happen next both come from it. */
  @Column('jsonb')
  readonly standing: ResolutionCase;

  @Column('text')
  readonly status: CaseState;

  @Column('uuid', { name: 'facility_id', nullable: true })
  readonly facilityId?: string;

  /** The facility's time zone, by which its days are counted. */
  @Column('text')
  readonly zone: string;

  @Column('uuid', { nullable: true })
  readonly owner?: string;

  /** Whose case it is, by ids: members, owner, liaison. */
  @Column('jsonb')
  readonly team: readonly string[];

  /** Who can be reached for the liaison, and from when until when. */
  @Column('uuid', { nullable: true })
  readonly cover?: string;

  @InstantColumn({ name: 'cover_from', nullable: true })
  readonly coverFrom?: string;

  @InstantColumn({ name: 'cover_until', nullable: true })
  readonly coverUntil?: string;

  @InstantColumn({ name: 'identified_at' })
  readonly identifiedAt: string;

  @InstantColumn({ name: 'requested_at' })
  readonly requestedAt: string;

  /** When it came to the list: asked for, or taken up again after it was closed. */
  @InstantColumn({ name: 'begun_at' })
  readonly begunAt: string;

  @InstantColumn({ name: 'activated_at', nullable: true })
  readonly activatedAt?: string;

  @InstantColumn({ name: 'disclosed_at', nullable: true })
  readonly disclosedAt?: string;

  /** When the patient was last spoken with. */
  @InstantColumn({ name: 'last_contact_at', nullable: true })
  readonly lastContactAt?: string;

  /** When the patient was told that they hear from us next. */
  @InstantColumn({ name: 'next_contact_at', nullable: true })
  readonly nextContactAt?: string;

  /** How many bills went out although they were held: shown for good (INV-26). */
  @Column('int', { name: 'bills_during_hold' })
  readonly billsDuringHold: number;

  @InstantColumn({ name: 'resolved_at', nullable: true })
  readonly resolvedAt?: string;

  @InstantColumn({ name: 'closed_at', nullable: true })
  readonly closedAt?: string;

  @InstantColumn({ name: 'last_moved_at' })
  readonly lastMovedAt: string;

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}
