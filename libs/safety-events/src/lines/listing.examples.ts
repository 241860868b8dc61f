import { randomBytes, randomUUID } from 'node:crypto';
import { type Action, type Caller, callerOf, may } from '#kernel/access';
import type { Actor, Role } from '#kernel/core';
import { Appender, Bell, Log, Placements } from '#kernel/ledger';
import { logger, ToldClock } from '#kernel/platform';
import { KeyRing, Lookups, MasterKey, Opener, SealingCodec } from '#kernel/privacy';
import { type Projection, projectingReader, Sequencer } from '#kernel/readers';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { type SafetyEventFact, safetyEventCatalogue } from '../safety-event/safety-event.events.js';
import { fallReported } from '../safety-event/safety-event.examples.js';
import { safetyEventList } from './safety-event-list.projection.js';
import { SafetyEventListRow } from './safety-event-list.row.js';

class SilentBell extends Bell {
  ring(): void {}
}

type Report = Extract<SafetyEventFact, { type: 'SafetyEventReported' }>['data'];

export const mia = '0192a000-0000-7000-8000-000000000031';
export const chicago = 'America/Chicago';

/** A ledger, the list that is projected from it, and people who ask. */
export class Listing {
  readonly clock = new ToldClock('2026-03-02T09:10:00.000Z');
  readonly lookups: Lookups;
  readonly opener: Opener;
  /** Who does what is recorded. */
  actor: Actor = { kind: 'staff', id: mia, role: 'risk-manager' };
  private readonly keys: KeyRing;
  private readonly codec: SealingCodec;
  private readonly appender: Appender;

  private constructor(
    readonly db: FreshDatabase,
    readonly org: string,
    private readonly projections: readonly Projection[],
  ) {
    const master = new MasterKey(randomBytes(32));
    this.keys = new KeyRing(master);
    this.lookups = new Lookups(master);
    this.opener = new Opener(this.keys);
    this.codec = new SealingCodec(db.api, this.keys, safetyEventCatalogue);
    this.appender = new Appender(db.api, this.clock, new SilentBell());
  }

  /** The list alone is projected, unless other views are named beside it. */
  static async begin(...others: readonly Projection[]): Promise<Listing> {
    const db = await freshDatabase({ entities: [SafetyEventListRow, ...others.map(({ row }) => row)] });
    const listing = new Listing(db, randomUUID(), [safetyEventList as unknown as Projection, ...others]);
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
    const stream = `safety-event-${id}`;
    const said = facts.map((event) => ({ id: randomUUID(), event }));
    const encoded = await this.codec.encode({ org: this.org, stream }, said);
    const events = said.map(({ id: eventId, event: { type } }, index) => ({
      id: eventId,
      type,
      occurredAt: at,
      meta: { zone: chicago },
      ...(encoded[index] as (typeof encoded)[number]),
    }));
    const verdict = await this.appender.append({
      org: this.org,
      commandId: randomUUID(),
      requestHash: randomBytes(32),
      actor: this.actor,
      correlationId: randomUUID(),
      stream,
      expected: 'any',
      events,
    });
    if (!('receipt' in verdict)) throw new Error(`Not appended: ${verdict.outcome}`);
  }

  /** Keeps a record number for a safety event, as sealing does. */
  async numbered(id: string, value: string): Promise<void> {
    await this.keys.forSealing(this.db.api, this.org, `safety-event-${id}`, [{ scope: 'record-number', value }]);
  }

  /** Brings the list to the head, as a worker does. */
  async caughtUp(): Promise<void> {
    const { worker } = this.db;
    const readers = this.projections.map((one) => projectingReader(worker, one));
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
