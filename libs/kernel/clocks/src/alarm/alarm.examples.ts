import { randomBytes, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { DomainEvent, Instant, Recorded } from '#kernel/core';
import { Appender, Bell, type Encoded, EventCodec, type EventToEncode, Log, Placements, Streams } from '#kernel/ledger';
import { type Database, TimeOrderedIds, ToldClock } from '#kernel/platform';
import { AutomatingReader, projectingReader, type Queues, type Send, Sequencer } from '#kernel/readers';
import { clockNotices } from '../clock-notices.js';
import { ClockPolicies, DEFAULT_CALENDAR } from '../clock-policies.js';
import { Clockwork } from '../clockwork.js';
import type { TendClocks } from '../commands/tend-clocks.js';
import { clockedStreams } from '../deadline/clocked-streams.rules.js';
import { dueList } from '../due-list/due-list.projection.js';
import { type OpenDeadline, openDeadlines } from '../due-list/open-deadlines.js';
import { Wakes } from '../due-list/wakes.js';
import { tendingAutomation } from '../tending-automation.js';
import { Alarm } from './alarm.js';

export const quiet = pino({ level: 'silent' });

interface At {
  readonly at: Instant;
}
type Told =
  | DomainEvent<'ConcernSubmitted', At>
  | DomainEvent<'UrgentSafetyActionTaken', At>
  | DomainEvent<'ConcernVoided', At>;

interface Until extends At {
  readonly until: Instant;
}
type Said = DomainEvent<'PromiseMade', Until> | DomainEvent<'OfferMade', Until>;

/** Concerns with the clock of an urgent one (DL-19): an hour, and a page when it starts. */
export const concerns = clockedStreams<Told>({
  category: 'concern',
  ends: { ConcernVoided: () => true },
  rules: [
    {
      kind: 'DL-19',
      starts: { ConcernSubmitted: ({ data }) => data.at },
      stops: { UrgentSafetyActionTaken: ({ data }) => data.at },
    },
  ],
});

/** Cases with a promise (PR-01) and an offer (OF-01), each until a date of its own. */
export const cases = clockedStreams<Said>({
  category: 'resolution-case',
  rules: [
    {
      kind: 'PR-01',
      starts: { PromiseMade: ({ data }) => data.at },
      within: { PromiseMade: ({ data }) => ({ until: data.until }) },
      subject: { PromiseMade: () => 'call' },
      stops: {},
    },
    {
      kind: 'OF-01',
      starts: { OfferMade: ({ data }) => data.at },
      within: { OfferMade: ({ data }) => ({ until: data.until }) },
      stops: {},
    },
  ],
});

class SilentBell extends Bell {
  ring(): void {}
}

class PlainCodec extends EventCodec {
  async encode(_: unknown, events: readonly EventToEncode[]): Promise<Encoded[]> {
    return events.map(({ event }) => ({ schemaVersion: 1, data: JSON.stringify(event.data) }));
  }
}

const byDefault = new (class extends ClockPolicies {
  policyOf = async () => ({ own: [], calendar: DEFAULT_CALENDAR, packs: [] });
})();

/** A ledger with concerns on it, and any number of workers that keep their clocks. */
export class Ward {
  readonly clock = new ToldClock('2026-03-02T15:00:00.000Z');
  readonly org = randomUUID();
  private readonly appender: Appender;
  private readonly clockwork: Clockwork;
  private readonly log: Log;

  constructor(
    private readonly api: Database,
    private readonly worker: Database,
  ) {
    this.appender = new Appender(api, this.clock, new SilentBell());
    this.log = new Log(api);
    const streams = new Streams(this.log, this.appender, new PlainCodec(), this.clock, new TimeOrderedIds());
    this.clockwork = new Clockwork(streams, byDefault, this.clock, [concerns, cases]);
  }

  async opened(): Promise<this> {
    await new Placements(this.api).place(this.org);
    await this.reading();
    return this;
  }

  /** Something happens to a record, now. */
  async happens(stream: string, type: Told['type'] | Said['type'], until?: Instant): Promise<void> {
    await this.appender.append({
      org: this.org,
      stream,
      expected: 'any',
      commandId: randomUUID(),
      requestHash: randomBytes(32),
      actor: { kind: 'system', role: 'system' },
      correlationId: randomUUID(),
      events: [
        {
          id: randomUUID(),
          type,
          schemaVersion: 1,
          occurredAt: this.clock.now(),
          meta: { zone: 'America/Chicago' },
          data: JSON.stringify({ at: this.clock.now(), ...(until && { until }) }),
        },
      ],
    });
  }

  readonly send: Send = (command) => {
    const { stream, facilityId, envelope } = command as TendClocks;
    return this.clockwork.tend(stream, facilityId, envelope);
  };

  /** The readers of one worker, enlisted. */
  async reading(): Promise<Sequencer> {
    const tending = [concerns, cases].map(
      (of) => new AutomatingReader(this.worker, new Log(this.worker), tendingAutomation(of), this.send),
    );
    const readers = [projectingReader(this.worker, dueList), clockNotices(new Map()), ...tending];
    const sequencer = new Sequencer(this.worker, new Log(this.worker), readers, quiet);
    await sequencer.start();
    return sequencer;
  }

  /** What one worker wakes by. */
  alarm(queues: Queues, sweepEvery?: number, send = this.send): Alarm {
    return new Alarm(new Wakes(this.worker), send, this.clock, queues, quiet, sweepEvery);
  }

  /** What is open on some records, as lists show it. */
  open(...streams: readonly string[]): Promise<readonly OpenDeadline[]> {
    return this.api.inOrg(this.org, (tx) => openDeadlines(tx, this.org, streams));
  }

  /** What was recorded on a record, by type. */
  async types(stream: string): Promise<string[]> {
    const { events } = await this.log.stream(this.org, stream);
    return events.map(({ type }: Recorded) => type);
  }

  /** The codes of all notices that were asked for, in order. */
  async notices(): Promise<string[]> {
    const rows = await this.worker.call<{ code: string; stage: string | null }>({
      text: `select code, params->>'stage' as stage from effects.notices where org = $1 order by code, stage`,
      values: [this.org],
    });
    return rows.map(({ code, stage }) => (stage ? `${code} ${stage}` : code));
  }

  close(): Promise<void> {
    return this.appender.close();
  }
}
