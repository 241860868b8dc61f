import { Entity } from 'typeorm';
import { type FactOnRecord, RecordRow } from '#kernel/readers';
import type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';

/** A fact of the case as it was recorded, its sealed fields still sealed. */
export type RecordedFact = FactOnRecord<ResolutionCaseFact>;

/** All that is recorded of one resolution case, in order. */
@Entity({ schema: 'views', name: 'resolution_case_v2' })
export class CaseRecordRow extends RecordRow<ResolutionCaseFact> {}
