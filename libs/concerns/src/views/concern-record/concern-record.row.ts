import { Column, Entity } from 'typeorm';
import { type FactOnRecord, RecordRow } from '#kernel/readers';
import type { ConcernFact } from '../../concern/concern.events.js';

/** A fact of the concern as it was recorded, its sealed fields still sealed. */
export type RecordedFact = FactOnRecord<ConcernFact>;

/** All that is recorded of one concern, in order. */
@Entity({ schema: 'views', name: 'concern_record_v1' })
export class ConcernRecordRow extends RecordRow<ConcernFact> {
  /** Whose concern it is: to let liaisons read their own. */
  @Column('uuid', { nullable: true })
  readonly owner?: string;
}
