import { Column, Entity } from 'typeorm';
import type { Instant } from '#kernel/core';
import { IdColumn, OrgColumn } from '#kernel/readers';
import type { Cover } from '../resolution-case/people.state.js';
import type { ToldType } from './told.allow-list.js';

/** Words that were cleared for the patient, sealed with the event that cleared them. */
export interface ClearedWords {
  readonly eventId: string;
  /** Fields that the patient may see, and no others (label SHARED). */
  readonly shared: Readonly<Record<string, unknown>>;
}

/** A kept fact that the patient was told: in which words, or since when these are not told any more. */
export interface ToldFact {
  readonly entry: string;
  readonly words?: ClearedWords;
  readonly withdrawnAt?: Instant;
}

/** What the patient was told, or what came to pass that they may know of: when, and the words sealed with their event. */
export interface Told {
  readonly eventId: string;
  readonly type: ToldType;
  readonly at: Instant;
  /** Fields that the patient may see, and no others (label SHARED). */
  readonly shared: Readonly<Record<string, unknown>>;
  /** The kept facts that were told then. */
  readonly facts?: readonly ToldFact[];
}

/**
 * One case as its patient may see it, kept apart from what others see. It has neither revision nor position: both would
 * count what is done unseen.
 */
@Entity({ schema: 'views', name: 'where_we_are_now_v2' })
export class WhereWeAreNowRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  /** Whom they can reach, once they were given the way. */
  @Column('uuid', { nullable: true })
  readonly liaison?: string;

  /** Who is there for the liaison, once they were told. */
  @Column('jsonb', { nullable: true })
  readonly cover?: Cover;

  @Column('jsonb')
  readonly told: readonly Told[];

  /** By kept fact, the words in which it may be told: nothing of them is shown before it was. */
  @Column('jsonb')
  readonly cleared: Readonly<Record<string, ClearedWords>>;
}
