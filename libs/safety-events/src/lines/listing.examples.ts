import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Action, type Caller, callerOf, may } from '#kernel/access';
import type { Role } from '#kernel/core';
import { Appender, Bell, Log, Placements } from '#kernel/ledger';
import { literal, logger, ToldClock } from '#kernel/platform';
import { Lookups, MasterKey } from '#kernel/privacy';
import { projectingReader, Sequencer } from '#kernel/readers';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import type { SafetyEventFact } from '../safety-event/safety-event.events.js';
import { fallReported } from '../safety-event/safety-event.examples.js';
import { safetyEventList } from './safety-event-list.projection.js';
import { SafetyEventListRow } from './safety-event-list.row.js';

class SilentBell extends Bell {
  ring(): void {}
}

type Report = Extract<SafetyEventFact, { type: 'SafetyEventReported' }>['data'];

/** Words are not what lists are about: here they are left out. */
const wordless = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'clear' in value ? undefined : value;

export const mia = '0192a000-0000-7000-8000-000000000031';
export const chicago = 'America/Chicago';

/** A ledger, the list that is projected from it, and people who ask. */
export class Listing {
  readonly clock = new ToldClock('2026-03-02T09:10:00.000Z');
  readonly lookups = new Lookups(new MasterKey(randomBytes(32)));
  private readonly appender: Appender;

  private constructor(
    readonly db: FreshDatabase,
    readonly org: string,
  ) {
    this.appender = new Appender(db.api, this.clock, new SilentBell());
  }

  static async begin(): Promise<Listing> {
    const db = await freshDatabase({ entities: [SafetyEventListRow] });
    const listing = new Listing(db, randomUUID());
    await new Placements(db.api).place(listing.org);
    return listing;
  }

  /** A fall with whatever is different, recorded at a time; answers its id. */
  async reported(different: Partial<Report> = {}, at = this.clock.now(), id: string = randomUUID()): Promise<string> {
    await this.recorded(id, at, { type: 'SafetyEventReported', data: { ...fallReported.data, ...different } });
    return id;
  }

  /** What follows a report, recorded at a time. */
  async recorded(id: string, at: string, ...facts: readonly SafetyEventFact[]): Promise<void> {
    this.clock.set(at);
    const events = facts.map(({ type, data }) => ({
      id: randomUUID(),
      type,
      schemaVersion: type === 'SafetyEventReported' ? 2 : 1,
      occurredAt: at,
      meta: { zone: chicago },
      data: JSON.stringify(data, wordless),
    }));
    const verdict = await this.appender.append({
      org: this.org,
      commandId: randomUUID(),
      requestHash: randomBytes(32),
      actor: { kind: 'staff', id: mia, role: 'risk-manager' },
      correlationId: randomUUID(),
      stream: `safety-event-${id}`,
      expected: 'any',
      events,
    });
    if (!('receipt' in verdict)) throw new Error(`Not appended: ${verdict.outcome}`);
  }

  /** Keeps a record number for a safety event, as sealing does. */
  async numbered(id: string, number: string): Promise<void> {
    const hash = createHash('sha256').update(number).digest('hex');
    const values = [this.org, 'record-number', `safety-event-${id}`].map(literal).join(', ');
    await this.db.owner.call({
      text: `insert into privacy.lookups (org, scope, subject, hash) values (${values}, '\\x${hash}')`,
    });
  }

  /** Brings the list to the head, as a worker does. */
  async caughtUp(): Promise<void> {
    const { worker } = this.db;
    const readers = [projectingReader(worker, safetyEventList)];
    const sequencer = new Sequencer(worker, new Log(worker), readers, logger('silent', 'test'));
    await sequencer.start();
    await sequencer.sweep();
  }

  /** Somebody who asks; Mia, if nobody else is named. */
  caller(action: Action, role: Role = 'risk-manager', person = mia, org = this.org): Caller {
    const grant = may([role], action);
    if (!grant) throw new Error(`${role} may not ${action}`);
    return callerOf(org, person, [role], grant);
  }

  async close(): Promise<void> {
    await this.appender.close();
    await this.db.close();
  }
}

export const read = { route: 'GET /v1/example', requestId: '0192a000-0000-7000-8000-0000000000f1' };
