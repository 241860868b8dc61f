import { Column, Entity } from 'typeorm';
import type { Recorded } from '#kernel/core';
import { IdColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { ConcernFact } from '../../concern/concern.events.js';

/** What the record keeps of a fact. */
export const KEPT = ['eventId', 'revision', 'type', 'occurredAt', 'recordedAt', 'actor', 'meta', 'data'] as const;

/** A fact of the concern as it was recorded, its sealed fields still sealed. */
export type RecordedFact = Pick<Recorded<ConcernFact>, (typeof KEPT)[number]>;

/** All that is recorded of one concern, in order. */
@Entity({ schema: 'views', name: 'concern_record_v1' })
export class ConcernRecordRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  /** Whose concern it is: to let liaisons read their own. */
  @Column('uuid', { nullable: true })
  readonly owner?: string;

  @Column('jsonb')
  readonly facts: readonly RecordedFact[];

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}
