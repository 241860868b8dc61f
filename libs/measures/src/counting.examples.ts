import { randomBytes, randomUUID } from 'node:crypto';
import { type Action, type Caller, callerOf, may } from '#kernel/access';
import type { Recorded, Role } from '#kernel/core';
import { Appender, Bell, type Encoded, EventCodec, type EventToEncode, Log, Placements, Streams } from '#kernel/ledger';
import { logger, TimeOrderedIds, ToldClock } from '#kernel/platform';
import { Checkpoints, projectingReader, Sequencer, Views } from '#kernel/readers';
import { type FreshDatabase, freshDatabase } from '../../../test/support/index.js';
import { TakeSnapshot } from './commands/take-snapshot/take-snapshot.command.js';
import { TakeSnapshotHandler } from './commands/take-snapshot/take-snapshot.handler.js';
import { Counts } from './counts/counts.js';
import type { Asked } from './figures/asked.js';
import { Figures } from './figures/figures.js';
import { type CountsAsked, ReadCounts, ReadCountsHandler } from './views/measure-counts/measure-counts.query.js';
import { ReadFigures, ReadFiguresHandler } from './views/measure-figures/measure-figures.query.js';
import { MeasureSnapshotRow } from './views/measure-snapshots/measure-snapshot.row.js';
import { measureSnapshots } from './views/measure-snapshots/measure-snapshots.projection.js';
import type { MeasuredFact } from './views/measure-subjects/history.examples.js';
import { MeasureSubjectRow } from './views/measure-subjects/measure-subject.row.js';
import { measureSubjects } from './views/measure-subjects/measure-subjects.projection.js';

class SilentBell extends Bell {
  ring(): void {}
}

class PlainCodec extends EventCodec {
  async encode(_: object, events: readonly EventToEncode[]): Promise<Encoded[]> {
    return events.map(({ event }) => ({ schemaVersion: 1, data: JSON.stringify(event.data) }));
  }
}

/** Words are none of the measures' business: here they are left out. */
const wordless = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'clear' in value ? undefined : value;

const person = '0192a000-0000-7000-8000-000000000021';

/** A ledger with the measures' readers, and everything that asks them. */
export class Counting {
  readonly clock = new ToldClock('2026-01-01T00:00:00.000Z');
  readonly figures: Figures;
  private readonly appender: Appender;
  private readonly streams: Streams;

  private constructor(readonly db: FreshDatabase) {
    const { clock } = this;
    const log = new Log(db.api);
    const placements = new Placements(db.api);
    const views = new Views(placements, new Checkpoints(db.api));
    this.appender = new Appender(db.api, clock, new SilentBell());
    this.streams = new Streams(log, this.appender, new PlainCodec(), clock, new TimeOrderedIds());
    this.figures = new Figures(db.api, log, placements, views, clock);
  }

  static async begin(): Promise<Counting> {
    return new Counting(await freshDatabase({ entities: [MeasureSubjectRow, MeasureSnapshotRow] }));
  }

  /** A new organization. */
  async organization(): Promise<string> {
    const org = randomUUID();
    await new Placements(this.db.api).place(org);
    return org;
  }

  /** Appends events, each at the time at which it was recorded; answers their positions. */
  async write(org: string, events: readonly Recorded<MeasuredFact>[]): Promise<readonly number[]> {
    const positions: number[] = [];
    for (const { stream, type, occurredAt, recordedAt, meta, data } of events) {
      this.clock.set(recordedAt);
      const event = {
        id: randomUUID(),
        type,
        schemaVersion: 1,
        occurredAt,
        meta,
        data: JSON.stringify(data, wordless),
      };
      const verdict = await this.appender.append({ ...enveloped(org), stream, expected: 'any', events: [event] });
      if (!('receipt' in verdict)) throw new Error(`Not appended: ${verdict.outcome}`);
      positions.push(verdict.receipt.position);
    }
    return positions;
  }

  /** Brings the views to the head, as a worker does. */
  async catchUp(): Promise<void> {
    const { worker } = this.db;
    const readers = [projectingReader(worker, measureSubjects), projectingReader(worker, measureSnapshots)];
    const sequencer = new Sequencer(worker, new Log(worker), readers, logger('silent', 'test'));
    await sequencer.start();
    await sequencer.sweep();
  }

  /** What somebody of a role reads. */
  read(org: string, asked: ReadFigures['asked'], role: Role = 'risk-manager') {
    const handler = new ReadFiguresHandler(this.db.api, this.figures, this.clock);
    return handler.execute(new ReadFigures(asked, this.caller(org, role, 'measures.read')));
  }

  /** What somebody of a role reads of the counts. */
  readCounts(org: string, asked: CountsAsked, role: Role = 'risk-manager') {
    const handler = new ReadCountsHandler(this.db.api, this.figures, new Counts(), this.clock);
    return handler.execute(new ReadCounts(asked, this.caller(org, role, 'measures.read')));
  }

  /** Takes a snapshot and answers its id. */
  async take(org: string, asked: Asked, provisional = false): Promise<string> {
    const id = randomUUID();
    const handler = new TakeSnapshotHandler(this.streams, this.db.api, this.figures, this.clock);
    await handler.execute(new TakeSnapshot(id, asked, provisional, enveloped(org)));
    return id;
  }

  caller(org: string, role: Role, action: Action): Caller {
    const grant = may([role], action);
    if (!grant) throw new Error(`${role} may not ${action}`);
    return callerOf(org, person, [role], grant);
  }

  async close(): Promise<void> {
    await this.appender.close();
    await this.db.close();
  }
}

const enveloped = (org: string) =>
  ({
    org,
    commandId: randomUUID(),
    requestHash: randomBytes(32),
    actor: { kind: 'staff', id: person, role: 'risk-manager' },
    correlationId: randomUUID(),
  }) as const;
