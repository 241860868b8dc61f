import { Column, Entity } from 'typeorm';
import type { Precision } from '#kernel/core';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type {
  Category,
  EventClass,
  Flag,
  Harmed,
  HarmSeverity,
  Source,
} from '../../safety-event/safety-event.codes.js';

export const STATUSES = ['reported', 'triaged', 'confirmed', 'closed', 'voided'] as const;
export type Status = (typeof STATUSES)[number];

/** One line of the list: codes, ids and times, no word of anybody's. */
@Entity({ schema: 'views', name: 'safety_event_list_v1' })
export class SafetyEventListRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('text')
  readonly status: Status;

  @Column('text', { name: 'event_class' })
  readonly eventClass: EventClass;

  @Column('text', { nullable: true })
  readonly category?: Category;

  @Column('text')
  readonly harmed: Harmed;

  @Column('text', { name: 'harm_reported', nullable: true })
  readonly harmReported?: HarmSeverity;

  @Column('text', { name: 'harm_severity', nullable: true })
  readonly harmSeverity?: HarmSeverity;

  @Column('boolean', { nullable: true })
  readonly serious?: boolean;

  @Column('uuid', { name: 'facility_id' })
  readonly facilityId: string;

  @Column('uuid', { name: 'unit_id', nullable: true })
  readonly unitId?: string;

  @Column('text')
  readonly source: Source;

  @Column('jsonb')
  readonly flags: readonly Flag[];

  @InstantColumn({ name: 'event_at' })
  readonly eventAt: string;

  @Column('text', { name: 'event_precision' })
  readonly eventPrecision: Precision;

  /** When the ledger heard of it. */
  @InstantColumn({ name: 'reported_at' })
  readonly reportedAt: string;

  /** Who reported it: only to let reporters find their own. */
  @Column('uuid', { nullable: true })
  readonly reporter?: string;

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}
