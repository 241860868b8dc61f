import { Column, Entity } from 'typeorm';
import type { Instant } from '#kernel/core';
import { IdColumn, OrgColumn } from '#kernel/readers';
import type { Cover } from '../case-record/whose-case.js';
import type { ToldType } from './told.allow-list.js';

/** What the patient was told, or what came to pass that they may know of: when, and the words sealed with their event. */
export interface Told {
  readonly eventId: string;
  readonly type: ToldType;
  readonly at: Instant;
  /** Fields that the patient may see, and no others (label SHARED). */
  readonly shared: Readonly<Record<string, unknown>>;
}

/**
 * One case as its patient may see it, kept apart from what others see. It has neither revision nor position: both would
 * count what is done unseen.
 */
@Entity({ schema: 'views', name: 'where_we_are_now_v1' })
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
}
