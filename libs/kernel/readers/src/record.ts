import { Column } from 'typeorm';
import type { DomainEvent, Recorded } from '#kernel/core';
import { IdColumn, OrgColumn, PositionColumn } from './columns.js';

/** What a record keeps of a fact. */
const KEPT = ['eventId', 'revision', 'type', 'occurredAt', 'recordedAt', 'actor', 'meta', 'data'] as const;

/** A fact as it was recorded, its sealed fields still sealed. */
export type FactOnRecord<E extends DomainEvent> = Pick<Recorded<E>, (typeof KEPT)[number]>;

/** All that is recorded of one stream, in order: the columns of a view that keeps it so. */
export abstract class RecordRow<E extends DomainEvent> {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('jsonb')
  readonly facts: readonly FactOnRecord<E>[];

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}

/** What a record begins with, or has once another fact of its stream was added. */
export const withFact = <E extends DomainEvent>(
  event: Recorded<E>,
  before: readonly FactOnRecord<E>[] = [],
): Pick<RecordRow<E>, 'facts' | 'revision' | 'position'> => ({
  facts: [...before, Object.fromEntries(KEPT.map((name) => [name, event[name]])) as unknown as FactOnRecord<E>],
  revision: event.revision,
  position: event.position,
});
