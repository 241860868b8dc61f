import { Column, Entity } from 'typeorm';
import type { Recorded } from '#kernel/core';
import { IdColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { SafetyEventFact } from '../../safety-event/safety-event.events.js';

/** What the record keeps of a fact. */
export const KEPT = ['eventId', 'revision', 'type', 'occurredAt', 'recordedAt', 'actor', 'meta', 'data'] as const;

/** A fact of the safety event as it was recorded, its sealed fields still sealed. */
export type RecordedFact = Pick<Recorded<SafetyEventFact>, (typeof KEPT)[number]>;

/** All that is recorded of one safety event, in order. */
@Entity({ schema: 'views', name: 'safety_event_record_v1' })
export class SafetyEventRecordRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  /** Who reported it: only to let reporters read their own. */
  @Column('uuid', { nullable: true })
  readonly reporter?: string;

  @Column('jsonb')
  readonly facts: readonly RecordedFact[];

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}
