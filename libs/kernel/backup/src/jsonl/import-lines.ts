import type { EventType } from '#kernel/core';
import { type Append, Appender, Bell, isOutage, Placements, type Verdict } from '#kernel/ledger';
import { type Database, SystemClock } from '#kernel/platform';
import type { MasterKey } from '#kernel/privacy';
import { unfit } from '../backup-problem.js';
import { appendOf, type EventLine, readLine } from './event-line.js';
import * as statements from './jsonl.sql.js';
import { type KeyLine, keyProblem, readKey } from './key-line.js';
import { commandsOf, type LinedCommand } from './lined-commands.js';

/** What an import needs. */
export interface Importing {
  /** As the worker: it writes for every organization. */
  readonly db: Database;
  readonly master: MasterKey;
  /** Every event type that is known here. */
  readonly catalogue: readonly EventType[];
  /** Who approved it: noted beside every event. */
  readonly approver: string;
  readonly lines: AsyncIterable<string>;
  /** Another organization than the one that wrote them: the words stay behind, since keys hold for their own only. */
  readonly into?: string;
  readonly onProgress?: (line: number) => void;
}

/** How an import came out, counted in events; read = accepted + duplicate + refused. */
export interface Imported {
  readonly read: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly refusals: readonly { readonly line: number; readonly reason: string }[];
}

/** The sweep finds what was imported: no poke is worth one for each of many events. */
class NoBell extends Bell {
  ring(): void {}
}

/** Brings the events of an export into organizations that have no other past here. */
export class LineImport {
  private readonly appender: Appender;
  private readonly placements: Placements;
  private readonly begun = new Set<string>();
  private readonly known: ReadonlyMap<string, number>;
  private readonly counts = { accepted: 0, duplicate: 0 };
  private readonly refusals: { line: number; reason: string }[] = [];

  constructor(private readonly importing: Importing) {
    this.appender = new Appender(importing.db, new SystemClock(), new NoBell());
    this.placements = new Placements(importing.db);
    this.known = new Map(importing.catalogue.map(({ type, version }) => [type, version]));
  }

  /** Reads to the end. Running it again adds what is missing, and nothing twice. */
  async run(): Promise<Imported> {
    const { lines, onProgress } = this.importing;
    for await (const { keys, commands, problems, last } of commandsOf(lines, this.read)) {
      this.refusals.push(...problems);
      await this.bring(keys);
      await this.append(commands);
      onProgress?.(last);
    }
    await this.appender.close();
    this.refusals.sort((a, b) => a.line - b.line);
    const { accepted, duplicate } = this.counts;
    const refused = this.refusals.length;
    return { read: accepted + duplicate + refused, accepted, duplicate, refused, refusals: this.refusals };
  }

  private readonly read = (line: string): EventLine | KeyLine | { readonly problem: string } => {
    const key = readKey(line);
    if (key) {
      if (this.importing.into) return { problem: 'keys cannot go over to another organization' };
      const problem = keyProblem(this.importing.master, key);
      return problem ? { problem } : key;
    }
    const event = readLine(line);
    if ('problem' in event) return event;
    const version = this.known.get(event.type);
    return version !== undefined && event.schemaVersion <= version
      ? { ...event, org: this.importing.into ?? event.org }
      : { problem: `${event.type} v${event.schemaVersion} is not known here` };
  };

  private async bring(keys: readonly KeyLine[]): Promise<void> {
    if (keys.length === 0) return;
    const lookups = keys.flatMap(({ org, subject, lookups: of }) => of.map((lookup) => ({ org, subject, ...lookup })));
    await this.importing.db.across(async (tx) => {
      await tx.query(statements.bringKeys, [
        keys.map(({ org }) => org),
        keys.map(({ subject }) => subject),
        keys.map(({ wrappedKey }) => Buffer.from(wrappedKey, 'base64')),
      ]);
      await tx.query(statements.bringLookups, [
        lookups.map(({ org }) => org),
        lookups.map(({ scope }) => scope),
        lookups.map(({ hash }) => Buffer.from(hash, 'hex')),
        lookups.map(({ subject }) => subject),
      ]);
    });
  }

  private async append(commands: readonly LinedCommand[]): Promise<void> {
    for (const { events } of commands) await this.beginOrg(appendOf(events, {}));
    const sealed = commands.flatMap(({ events }) => events.filter(({ data }) => data.includes('"sealed"')));
    await this.importing.db.across((tx) =>
      tx.query(statements.forgetKeyless, [sealed.map(({ org }) => org), sealed.map(({ stream }) => stream)]),
    );
    await Promise.all(commands.map((command) => this.appendOne(command)));
  }

  /** An organization with a past of its own takes no other; one whose import was interrupted goes on. */
  private async beginOrg({ org, requestHash }: Append): Promise<void> {
    if (this.begun.has(org)) return;
    const [first] = await this.importing.db.call<{ hash: Buffer }>({ text: statements.firstRequest, values: [org] });
    if (first && !first.hash.equals(requestHash))
      unfit(`Organization ${org} has events of its own here: an import never mixes two pasts.`);
    await this.placements.place(org);
    this.begun.add(org);
  }

  private async appendOne({ line, events }: LinedCommand): Promise<void> {
    const note = { reasonCode: 'imported-history', approver: this.importing.approver };
    const reason = await this.appender
      .append({ ...appendOf(events, note), expected: events[0].revision - 1 })
      .then((verdict) => this.told(verdict, events.length))
      .catch((error: Error) => {
        if (isOutage(error)) throw error;
        return error.message;
      });
    if (reason === undefined) return;
    this.refusals.push(...events.map((_, index) => ({ line: line + index, reason })));
  }

  /** Counts what went in, or says why it did not. */
  private told(verdict: Verdict, events: number): string | undefined {
    switch (verdict.outcome) {
      case 'appended':
        this.counts.accepted += events;
        return undefined;
      case 'repeated':
        this.counts.duplicate += events;
        return undefined;
      case 'key-reused':
        return 'its command is there already, with other events';
      case 'claimed':
        return `somebody else holds its claim on ${verdict.claim.scope}`;
      default:
        return 'what comes before it in its stream is missing';
    }
  }
}
