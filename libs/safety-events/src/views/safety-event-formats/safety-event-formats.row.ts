import { Column, Entity } from 'typeorm';
import { IdColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { FormatFacts } from '../../cfer/format-facts.js';

/** What other formats ask of one safety event: codes, ids and times; its words as they are sealed. */
@Entity({ schema: 'views', name: 'safety_event_formats_v1' })
export class SafetyEventFormatsRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('jsonb')
  readonly facts: FormatFacts;

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}
