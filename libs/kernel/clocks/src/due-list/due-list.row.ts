import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { DeadlineState, ToldRole } from '../deadline/deadline.codes.js';
import type { Deadline } from '../deadline/deadline.rules.js';

/** One deadline as the due list has it: codes, ids and times only. Its id is the deadline's. */
@Entity({ schema: 'views', name: 'due_list_v1' })
export class DueListRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  /** `<category>-<uuid>`: the record that the clock runs on. */
  @Column('text')
  readonly stream: string;

  @Column('text')
  readonly category: string;

  @Column('text')
  readonly kind: string;

  @Column('uuid', { name: 'facility_id', nullable: true })
  readonly facilityId?: string;

  @Column('text')
  readonly state: DeadlineState;

  /** Whether somebody still has something to do. */
  @Column('boolean')
  readonly open: boolean;

  @Column('uuid', { nullable: true })
  readonly owner?: string;

  @Column('text')
  readonly tells: ToldRole;

  @Column('boolean', { name: 'life_at_risk' })
  readonly lifeAtRisk: boolean;

  @Column('boolean', { name: 'born_overdue' })
  readonly bornOverdue: boolean;

  @Column('boolean')
  readonly unverified: boolean;

  @InstantColumn({ name: 'starts_at' })
  readonly startsAt: string;

  @InstantColumn({ name: 'due_at' })
  readonly dueAt: string;

  /** The same without extensions. */
  @InstantColumn({ name: 'limit_at' })
  readonly limitAt: string;

  /** When it was done, in time or late. */
  @InstantColumn({ name: 'met_at', nullable: true })
  readonly metAt?: string;

  /** When something is next to be done about it if nobody acts. */
  @InstantColumn({ name: 'next_wake_at', nullable: true })
  readonly nextWakeAt?: string;

  /** The deadline as its facts tell it. */
  @Column('jsonb')
  readonly deadline: Deadline;

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}
