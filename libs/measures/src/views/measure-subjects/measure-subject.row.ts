import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { HarmSeverity } from '#safety-events/contracts';
import type { MeasureFact } from '../../facts/measure-fact.js';
import type { Subject } from '../../subject/subject.js';

/** A safety event as the measures see it: what decides about it, and the facts that follow. Codes, ids and times only. */
@Entity({ schema: 'views', name: 'measure_subjects_v1' })
export class MeasureSubjectRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('uuid', { name: 'facility_id' })
  readonly facilityId: string;

  /** Harm as triage rated it, else as it was reported. */
  @Column('text')
  readonly harm: HarmSeverity;

  @Column('jsonb')
  readonly subject: Subject;

  @Column('jsonb')
  readonly facts: readonly MeasureFact[];

  /** Where the anchors of its facts begin and end: what a period has to look at. */
  @InstantColumn({ name: 'first_anchor_at', nullable: true })
  readonly firstAnchorAt?: string;

  @InstantColumn({ name: 'last_anchor_at', nullable: true })
  readonly lastAnchorAt?: string;

  @PositionColumn()
  readonly position: number;
}
