import { Column, Entity } from 'typeorm';
import { type FactOnRecord, RecordRow } from '#kernel/readers';
import type { SafetyEventFact } from '../../safety-event/safety-event.events.js';

/** A fact of the safety event as it was recorded, its sealed fields still sealed. */
export type RecordedFact = FactOnRecord<SafetyEventFact>;

/** All that is recorded of one safety event, in order. */
@Entity({ schema: 'views', name: 'safety_event_record_v1' })
export class SafetyEventRecordRow extends RecordRow<SafetyEventFact> {
  /** Who reported it: only to let reporters read their own. */
  @Column('uuid', { nullable: true })
  readonly reporter?: string;
}
