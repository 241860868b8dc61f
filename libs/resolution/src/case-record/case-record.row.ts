import { Column, Entity } from 'typeorm';
import type { Recorded } from '#kernel/core';
import { IdColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';

/** What the record keeps of a fact. */
export const KEPT = ['eventId', 'revision', 'type', 'occurredAt', 'recordedAt', 'actor', 'meta', 'data'] as const;

/** A fact of the case as it was recorded, its sealed fields still sealed. */
export type RecordedFact = Pick<Recorded<ResolutionCaseFact>, (typeof KEPT)[number]>;

/** All that is recorded of one resolution case, in order. */
@Entity({ schema: 'views', name: 'resolution_case_v2' })
export class CaseRecordRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('jsonb')
  readonly facts: readonly RecordedFact[];

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}
