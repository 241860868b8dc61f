import { Column, Entity } from 'typeorm';
import type { Instant, Secret } from '#kernel/core';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { ConcernEnding, ConcernWriter, ContactChannel } from '../../concern/concern.codes.js';

/**
 * Where a concern stands, in words for its submitter. Nothing here tells whether it is doubted: what came in a flood, and
 * what was taken for spam, was received.
 */
export const STAGES = [
  'received',
  'acknowledged',
  'in_hand',
  'answered',
  'closed',
  'elsewhere',
  'withdrawn',
  'together',
] as const;
export type Stage = (typeof STAGES)[number];

/** What was said to the submitter, or by them: times and codes, and the words sealed, with the event that holds them. */
export interface SaidToSubmitter {
  readonly eventId: string;
  readonly type:
    | 'ConcernAcknowledged'
    | 'ConcernMessageExchanged'
    | 'DelayNoticeSent'
    | 'ConcernResponded'
    | 'ConcernClosed';
  readonly at: Instant;
  readonly from: ConcernWriter;
  readonly channel?: ContactChannel;
  /** A new date that was promised. */
  readonly newDate?: Instant;
  readonly ending?: ConcernEnding;
  /** Concerns that were merged into this one, whose submitters got it too. */
  readonly alsoTo?: readonly string[];
  /** Fields that the submitter may see, and no others (label SHARED). */
  readonly shared: Readonly<Record<string, Secret<unknown> | string>>;
}

/** One concern as its submitter may see it, kept apart from what others see. */
@Entity({ schema: 'views', name: 'concern_status_v1' })
export class ConcernStatusRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('text')
  readonly stage: Stage;

  /** Somebody here has taken it on. */
  @Column('boolean')
  readonly assigned: boolean;

  /** BCP 47: the language that it was submitted in. */
  @Column('text')
  readonly language: string;

  /** Keyed hashes of the codes by which its submitter follows it. */
  @Column('jsonb')
  readonly codes: readonly string[];

  @InstantColumn({ name: 'received_at' })
  readonly receivedAt: string;

  /** When the submitter said more, last. */
  @InstantColumn({ name: 'added_at', nullable: true })
  readonly addedAt?: string;

  @Column('jsonb')
  readonly said: readonly SaidToSubmitter[];

  @Column('uuid', { name: 'merged_into', nullable: true })
  readonly mergedInto?: string;

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}
