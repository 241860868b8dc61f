import { Column, Entity } from 'typeorm';
import type { Recorded } from '#kernel/core';
import { IdColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { KeptFact } from '../../facts/facts.events.js';

/** Whether a fact may be told: not yet or not any more, yes, or never again. */
export const STANDINGS = ['kept', 'cleared', 'retracted'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What was said of a fact, its sealed fields still sealed. */
export type SaidOfFact = Pick<Recorded<KeptFact>, 'eventId' | 'type' | 'data'>;

/** A kept fact as it stands: what was recorded, what it was corrected to, and what of it may be told. */
export interface FactEntry {
  readonly entry: string;
  readonly standing: Standing;
  readonly recorded: SaidOfFact;
  readonly correction?: SaidOfFact;
  readonly clearance?: SaidOfFact;
  readonly retraction?: SaidOfFact;
}

/** The kept facts of one case, in the order in which they were recorded. Whose case it is, the case's own row knows. */
@Entity({ schema: 'views', name: 'resolution_facts_v1' })
export class FactsRow {
  @OrgColumn()
  readonly org: string;

  /** The id of the case, which its kept facts share. */
  @IdColumn()
  readonly id: string;

  @Column('jsonb')
  readonly entries: readonly FactEntry[];

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}
