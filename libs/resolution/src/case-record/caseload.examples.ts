import { randomBytes, randomUUID } from 'node:crypto';
import { type Action, type Caller, callerOf, may } from '#kernel/access';
import { clocksCatalogue, type DeadlineFact, DueListRow, dueList } from '#kernel/clocks';
import type { Role } from '#kernel/core';
import { Appender, Bell, Log, Placements } from '#kernel/ledger';
import { logger, ToldClock } from '#kernel/platform';
import { KeyRing, MasterKey, Opener, SealingCodec } from '#kernel/privacy';
import { type Projection, projectingReader, Sequencer } from '#kernel/readers';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { factsCatalogue, type KeptFact } from '../facts/facts.events.js';
import { type ResolutionCaseFact, resolutionCaseCatalogue } from '../resolution-case/resolution-case.events.js';
import { activated, requested, rosa } from '../resolution-case/resolution-case.examples.js';
import { workList } from '../views/work-list/work-list.projection.js';
import { WorkListRow } from '../views/work-list/work-list.row.js';
import { whereWeAreNow } from '../where-we-are-now/where-we-are-now.projection.js';
import { WhereWeAreNowRow } from '../where-we-are-now/where-we-are-now.row.js';
import { factsStreamOf, streamOf } from './case-deadlines.js';
import { caseRecord } from './case-record.projection.js';
import { CaseRecordRow } from './case-record.row.js';

class SilentBell extends Bell {
  ring(): void {}
}

const chicago = 'America/Chicago';
export const stMary = '0192a000-0000-7000-8000-000000000010';

/** Where and when something is recorded; the day of the examples at St. Mary, unless told otherwise. */
interface Circumstances {
  readonly at?: string;
  readonly facility?: string;
  readonly zone?: string;
}

/** A ledger, the views of cases that are projected from it, and people who ask. */
export class Caseload {
  readonly opener: Opener;
  private readonly clock = new ToldClock('2026-03-02T09:10:00.000Z');
  private readonly codec: SealingCodec;
  private readonly appender: Appender;

  private constructor(
    readonly db: FreshDatabase,
    readonly org: string,
  ) {
    const keys = new KeyRing(new MasterKey(randomBytes(32)));
    this.opener = new Opener(keys);
    this.codec = new SealingCodec(db.api, keys, [...resolutionCaseCatalogue, ...factsCatalogue, ...clocksCatalogue]);
    this.appender = new Appender(db.api, this.clock, new SilentBell());
  }

  static async begin(): Promise<Caseload> {
    const db = await freshDatabase({ entities: [WorkListRow, CaseRecordRow, WhereWeAreNowRow, DueListRow] });
    const caseload = new Caseload(db, randomUUID());
    await new Placements(db.api).place(caseload.org);
    return caseload;
  }

  /** A case that was asked for and activated, with what follows; answers its id. */
  async begun(circumstances: Circumstances = {}, ...following: readonly ResolutionCaseFact[]): Promise<string> {
    const id = randomUUID();
    await this.recorded(id, circumstances, requested, activated, ...following);
    return id;
  }

  /** What comes to pass in a case. */
  recorded(
    id: string,
    circumstances: Circumstances,
    ...facts: readonly (ResolutionCaseFact | DeadlineFact)[]
  ): Promise<void> {
    return this.appended(streamOf(id), circumstances, facts);
  }

  /** What happens to the facts that are kept for a case. */
  kept(id: string, ...facts: readonly KeptFact[]): Promise<void> {
    return this.appended(factsStreamOf(id), {}, facts);
  }

  private async appended(
    stream: string,
    { at = this.clock.now(), facility = stMary, zone = chicago }: Circumstances,
    facts: readonly (ResolutionCaseFact | KeptFact | DeadlineFact)[],
  ): Promise<void> {
    this.clock.set(at);
    const said = facts.map((event) => ({ id: randomUUID(), event }));
    const encoded = await this.codec.encode({ org: this.org, stream }, said);
    const verdict = await this.appender.append({
      org: this.org,
      commandId: randomUUID(),
      requestHash: randomBytes(32),
      actor: { kind: 'staff', id: rosa, role: 'risk-manager' },
      correlationId: randomUUID(),
      stream,
      expected: 'any',
      events: said.map(({ id: eventId, event: { type } }, index) => ({
        id: eventId,
        type,
        occurredAt: at,
        meta: { facility, zone },
        ...(encoded[index] as (typeof encoded)[number]),
      })),
    });
    if (!('receipt' in verdict)) throw new Error(`Not appended: ${verdict.outcome}`);
  }

  /** A clock on a case, due at a time; answers the deadline's id. */
  async clocked(id: string, dueAt: string, kind = 'DL-17'): Promise<string> {
    const deadlineId = randomUUID();
    await this.recorded(
      id,
      {},
      {
        type: 'DeadlineStarted',
        data: {
          deadlineId,
          kind,
          startEventId: randomUUID(),
          startsAt: this.clock.now(),
          clock: 'CALENDAR_DAYS',
          amount: 90,
          zone: chicago,
          calendar: { id: 'us-federal', version: '2021-06-17' },
          dueAt,
          limitAt: dueAt,
          reminders: {},
          definition: 1,
          basis: 'D',
          unverified: false,
          pausableFor: ['patient_wish'],
          extensions: 0,
          tells: 'risk-manager',
          lifeAtRisk: false,
          owner: rosa,
          bornOverdue: false,
        },
      },
    );
    return deadlineId;
  }

  /** Brings the views to the head, as a worker does. */
  async caughtUp(): Promise<void> {
    const { worker } = this.db;
    const projections = [workList, caseRecord, whereWeAreNow, dueList] as unknown as readonly Projection[];
    const readers = projections.map((one) => projectingReader(worker, one));
    const sequencer = new Sequencer(worker, new Log(worker), readers, logger('silent', 'test'));
    await sequencer.start();
    await sequencer.sweep();
  }

  /** Somebody who asks; Rosa, if nobody else is named. */
  caller(action: Action, role: Role = 'risk-manager', person = rosa, org = this.org): Caller {
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
