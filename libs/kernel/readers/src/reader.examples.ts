import { randomBytes, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { Column, Entity } from 'typeorm';
import { type DomainEvent, streamId } from '#kernel/core';
import { Appender, Bell, Log, Placements, type Receipt } from '#kernel/ledger';
import { type Database, SystemClock } from '#kernel/platform';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from './columns.js';
import { projection } from './projection.js';
import type { Reader } from './reader.js';
import type { SelfMoving } from './self-moving.js';
import { Sequencer } from './sequencer.js';

/** A row with a column of every type that a view may have. */
@Entity({ schema: 'views', name: 'note_v1' })
export class NoteRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('text')
  readonly words: string;

  @Column('boolean', { nullable: true })
  readonly urgent?: boolean;

  @Column('int', { name: 'times_noted' })
  readonly times: number;

  @Column('float8', { nullable: true })
  readonly weight?: number;

  @InstantColumn({ name: 'noted_at', nullable: true })
  readonly notedAt?: string;

  @Column('uuid', { nullable: true })
  readonly author?: string;

  @Column('jsonb', { nullable: true })
  readonly tags?: unknown;

  @PositionColumn()
  readonly position: number;
}

/** Its table; `name` may be another of the same shape. */
export const noteTable = (name = 'note_v1'): string => `
  create table views.${name} (
    org uuid not null, id uuid not null, words text not null, urgent boolean, times_noted int not null, weight float8,
    noted_at timestamptz, author uuid, tags jsonb, position bigint not null, primary key (org, id))`;

type Noted = DomainEvent<'SomethingNoted', { readonly words: string }>;
type Dropped = DomainEvent<'SomethingDropped', object>;

/** The last words of each stream, and how often it was noted. */
export const notes = projection<NoteRow, Noted | Dropped>({
  name: 'examples.notes',
  version: 1,
  row: NoteRow,
  key: ({ stream }) => streamId(stream),
  on: {
    SomethingNoted: ({ data, position }, row) => ({
      ...row,
      words: data.words,
      times: (row?.times ?? 0) + 1,
      position,
    }),
    SomethingDropped: ({ position }, row) => row && { ...row, words: 'dropped', position },
  },
});

class SilentBell extends Bell {
  ring(): void {}
}

/** Writes events as a command would. */
export class Scribe {
  private readonly appender: Appender;

  constructor(private readonly db: Database) {
    this.appender = new Appender(db, new SystemClock(), new SilentBell());
  }

  /** A new organization. */
  async organization(): Promise<string> {
    const org = randomUUID();
    await new Placements(this.db).place(org);
    return org;
  }

  /** Appends events of one command; by default one note on a stream of its own. */
  async write(
    org: string,
    { stream = `note-${randomUUID()}`, type = 'SomethingNoted', words = 'seen' as string | readonly string[] } = {},
  ): Promise<Receipt> {
    const verdict = await this.appender.append({
      org,
      stream,
      expected: 'any',
      commandId: randomUUID(),
      requestHash: randomBytes(32),
      actor: { kind: 'system', role: 'system' },
      correlationId: randomUUID(),
      events: [words].flat().map((one) => ({
        id: randomUUID(),
        type,
        schemaVersion: 1,
        occurredAt: '2026-03-02T09:00:00.000Z',
        meta: {},
        data: JSON.stringify({ words: one }),
      })),
    });
    if (!('receipt' in verdict)) throw new Error(`Not appended: ${verdict.outcome}`);
    return verdict.receipt;
  }

  close(): Promise<void> {
    return this.appender.close();
  }
}

/** A logger that says nothing. */
export const quiet = pino({ level: 'silent' });

/** A sequencer of these readers, enlisted. */
export const sequencing = async (db: Database, ...readers: readonly (Reader | SelfMoving)[]): Promise<Sequencer> => {
  const sequencer = new Sequencer(db, new Log(db), readers, quiet);
  await sequencer.start();
  return sequencer;
};
