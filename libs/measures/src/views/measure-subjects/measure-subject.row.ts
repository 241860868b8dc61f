import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { CountFact } from '../../counts/count-fact.js';
import type { MeasureFact } from '../../facts/measure-fact.js';
import type { SubjectKind } from '../../measure-snapshot/measure.codes.js';
import type { Severity } from '../../subject/safety-event.js';
import type { Subject } from '../../subject/subject.js';

/**
 * A safety event or a concern as the measures see it: what decides about it, and the facts that follow from it and from
 * those that were merged into it. Codes, ids and times only.
 */
@Entity({ schema: 'views', name: 'measure_subjects_v4' })
export class MeasureSubjectRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('text')
  readonly kind: SubjectKind;

  @Column('uuid', { name: 'facility_id' })
  readonly facilityId: string;

  /** Harm as it was rated last, else as it was reported; of safety events only, as what follows. */
  @Column('text', { nullable: true })
  readonly harm?: Severity;

  @Column('text', { name: 'event_type', nullable: true })
  readonly eventType?: string;

  @Column('text', { nullable: true })
  readonly source?: string;

  @Column('jsonb')
  readonly subject: Subject;

  /** Those of its kind that it is merged with, one way or the other. */
  @Column('jsonb')
  readonly bonds: readonly string[];

  @Column('jsonb')
  readonly facts: readonly MeasureFact[];

  @Column('jsonb')
  readonly counts: readonly CountFact[];

  /** Where the anchors of its facts and counts begin and end: what a period has to look at. */
  @InstantColumn({ name: 'first_anchor_at', nullable: true })
  readonly firstAnchorAt?: string;

  @InstantColumn({ name: 'last_anchor_at', nullable: true })
  readonly lastAnchorAt?: string;

  @PositionColumn()
  readonly position: number;
}

/** What the folds make of it. */
export type SubjectRow = Omit<MeasureSubjectRow, 'org' | 'id'>;
