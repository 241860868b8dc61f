import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { Figure } from '../../figures/figure.js';
import type { Kind, MeasureId } from '../../measure-snapshot/measure.codes.js';

/** A published figure, as it was frozen. */
@Entity({ schema: 'views', name: 'measure_snapshots_v2' })
export class MeasureSnapshotRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('text')
  readonly measure: MeasureId;

  @Column('int', { name: 'definition_version' })
  readonly definitionVersion: number;

  @Column('text')
  readonly kind: Kind;

  @Column('jsonb')
  readonly periods: readonly string[];

  @Column('jsonb')
  readonly figures: readonly Figure[];

  @Column('boolean')
  readonly provisional: boolean;

  @PositionColumn({ name: 'as_of_position' })
  readonly asOfPosition: number;

  @InstantColumn({ name: 'as_of' })
  readonly asOf: string;

  @InstantColumn({ name: 'taken_at' })
  readonly takenAt: string;

  @Column('uuid', { name: 'taken_by' })
  readonly takenBy: string;

  @PositionColumn()
  readonly position: number;
}
