import { Column, Entity } from 'typeorm';
import type { SealedRef } from '#kernel/privacy';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { Relation, SupportState, Tier } from '../../caregiver-support/caregiver-support.codes.js';

/** The support of one person, as peer supporters work on it. Who it is stays sealed here. */
@Entity({ schema: 'views', name: 'caregiver_support_v2' })
export class SupportRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  /** Who it is, sealed. */
  @Column('text')
  readonly staff: SealedRef;

  @Column('uuid', { name: 'facility_id', nullable: true })
  readonly facilityId?: string;

  @Column('text')
  readonly relation: Relation;

  @Column('text')
  readonly status: SupportState;

  /** Of the last offer. */
  @Column('text', { nullable: true })
  readonly tier?: Tier;

  /** Who gives it: the peer supporter who offered it last, until they hand it on. */
  @Column('uuid', { nullable: true })
  readonly supporter?: string;

  @Column('int')
  readonly offers: number;

  @InstantColumn({ name: 'identified_at' })
  readonly identifiedAt: string;

  @InstantColumn({ name: 'first_offered_at', nullable: true })
  readonly firstOfferedAt?: string;

  @InstantColumn({ name: 'last_offered_at', nullable: true })
  readonly lastOfferedAt?: string;

  /** How the last offer that was answered was answered. */
  @Column('text', { nullable: true })
  readonly answer?: 'accepted' | 'declined';

  @InstantColumn({ name: 'answered_at', nullable: true })
  readonly answeredAt?: string;

  @Column('int')
  readonly contacts: number;

  @InstantColumn({ name: 'last_contact_at', nullable: true })
  readonly lastContactAt?: string;

  @InstantColumn({ name: 'ended_at', nullable: true })
  readonly endedAt?: string;

  /** It should never have been here: it counts in nothing. */
  @Column('boolean', { name: 'in_error' })
  readonly inError: boolean;

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}
