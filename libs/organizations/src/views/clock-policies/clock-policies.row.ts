import { Column, Entity } from 'typeorm';
import { IdColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { ClockPolicyEvent } from '../../clock-policy/clock-policy.events.js';

/** A definition of the organization's own, and since when it counts. */
export type OwnDefinition = Extract<ClockPolicyEvent, { type: 'ClockDefined' }>['data'] & { readonly since: string };

/** A policy pack that was adopted, and since when. */
export type AdoptedPack = Extract<ClockPolicyEvent, { type: 'PolicyPackAdopted' }>['data'] & { readonly since: string };

/** How an organization wants its clocks to run; its id is the organization's. */
@Entity({ schema: 'views', name: 'clock_policies_v1' })
export class ClockPolicyRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  /** Every version, in the order in which they were made. */
  @Column('jsonb')
  readonly definitions: readonly OwnDefinition[];

  @Column('jsonb')
  readonly packs: readonly AdoptedPack[];

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}
