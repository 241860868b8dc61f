import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { Duty } from '../../on-call/on-call.events.js';

/** A shift: who is on call for what, and when. */
@Entity({ schema: 'views', name: 'on_call_v1' })
export class OnCallRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('text')
  readonly duty: Duty;

  @Column('uuid')
  readonly person: string;

  @InstantColumn({ name: 'begins_at' })
  readonly from: string;

  @InstantColumn({ name: 'ends_at' })
  readonly until: string;

  @Column('boolean')
  readonly released: boolean;

  @PositionColumn()
  readonly position: number;
}
