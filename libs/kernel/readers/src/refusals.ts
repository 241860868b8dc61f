import type { Instant, Recorded, Refusal } from '#kernel/core';
import type { Database } from '#kernel/platform';
import type { Automation, Sendable } from './automation.js';
import { present } from './present.js';
import * as statements from './refusals.sql.js';

/** A command of an automation that was refused: which, why, and the event that it followed from. */
export interface RefusedCommand {
  readonly automation: string;
  readonly version: number;
  readonly ledger: number;
  readonly position: number;
  /** The event's stream. */
  readonly stream: string;
  readonly eventId: string;
  readonly command: string;
  readonly commandId: string;
  readonly code: string;
  readonly field?: string;
  readonly refusedAt: Instant;
}

type Row = Omit<RefusedCommand, 'position' | 'refusedAt'> & { readonly position: string; readonly refusedAt: Date };

/** What automations asked for in vain. A refusal is an answer: it is kept and shown, and not asked again. */
export class Refusals {
  constructor(private readonly db: Database) {}

  /** Keeps a refusal, by its code: its words may quote somebody. */
  async note({ name, version }: Automation, event: Recorded, command: Sendable, refusal: Refusal): Promise<void> {
    const { org, ledger, position, stream, eventId } = event;
    await this.db.call({
      text: statements.noteRefusal,
      values: [
        org,
        command.envelope.commandId,
        name,
        version,
        ledger,
        position,
        stream,
        eventId,
        command.constructor.name,
        refusal.code,
        refusal.field ?? null,
      ],
    });
  }

  /** The ids of commands that followed from events after one position up to another, and were refused. */
  async among({ name }: Automation, ledger: number, after: number, upTo: number): Promise<ReadonlySet<string>> {
    const values = [name, ledger, after, upTo];
    const rows = await this.db.call<{ command_id: string }>({ text: statements.refusedAmong, values });
    return new Set(rows.map(({ command_id }) => command_id));
  }

  /** The newest of an organization. */
  latest(org: string, limit: number): Promise<RefusedCommand[]> {
    return this.rows(statements.latestRefusals, [org, limit]);
  }

  /** What was refused of all that followed from these events. */
  after(org: string, eventIds: readonly string[]): Promise<RefusedCommand[]> {
    return this.rows(statements.refusalsAfter, [org, eventIds]);
  }

  /** How many commands of each automation were refused within a day, in every organization. */
  async lately(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db.call<{ automation: string; refused: number }>({ text: statements.refusedLately });
    return new Map(rows.map(({ automation, refused }) => [automation, refused]));
  }

  private async rows(text: string, values: readonly unknown[]): Promise<RefusedCommand[]> {
    const rows = await this.db.call<Row>({ text, values: [...values] });
    return rows.map((row) =>
      present({ ...row, position: Number(row.position), refusedAt: row.refusedAt.toISOString() }),
    );
  }
}
