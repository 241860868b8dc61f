import {
  type Clock,
  type Decider,
  type DomainCommand,
  type DomainEvent,
  type EventMeta,
  type Fold,
  type Ids,
  isRider,
  type Recorded,
  refuse,
  unreachable,
} from '#kernel/core';
import { inSpan } from '#kernel/platform';
import type { Append, EventToStore, Receipt, Verdict } from './append.js';
import type { Appender } from './appender.js';
import { type AsOf, asOf, fold } from './as-of.js';
import type { Envelope } from './envelope.js';
import type { EventCodec } from './event-codec.js';
import { KeyReused } from './key-reused.js';
import { lateEntryRefusal } from './late-entry.js';
import type { Loaded, Log } from './log.js';
import { StaleRevision } from './stale-revision.js';

/** How often a command is decided anew when somebody else was quicker. */
const TRIES = 5;

/** Takes commands to their stream: load, fold, decide, append. The one place where rules meet the ledger. */
export class Streams {
  constructor(
    private readonly log: Log,
    private readonly appender: Appender,
    private readonly codec: EventCodec,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Decides a command on the stream `<category>-<id>` and stores what follows. A command that was stored before answers
   * with its first receipt; one that changes nothing, with the stream as it stands. Facility and zone are those of the
   * stream's first event, unless the envelope names a facility.
   * Throws a `Refusal`, {@link KeyReused}, or {@link StaleRevision}: at once when the stream is not where the caller saw
   * it, else after five tries that others won.
   */
  decide<S, C extends DomainCommand, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    id: string,
    command: C,
    envelope: Envelope,
  ): Promise<Receipt> {
    const told = { 'forthright.command': command.type };
    return inSpan(`decide ${decider.category}`, told, () => this.decided(decider, id, command, envelope));
  }

  private async decided<S, C extends DomainCommand, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    id: string,
    command: C,
    envelope: Envelope,
  ): Promise<Receipt> {
    const stream = `${decider.category}-${id}`;
    let revision = 0;
    for (let tries = 0; tries < TRIES; tries++) {
      const loaded = await inSpan('load', {}, () => this.log.stream(envelope.org, stream, envelope.commandId));
      if (loaded.repeated) return firstReceipt(loaded.repeated, envelope);
      revision = loaded.events.length;
      const stale = isStale(envelope.expected, loaded.events);
      if (stale && revision > 0) throw new StaleRevision(revision);
      const events = decider.decide(command, fold(decider, loaded.events)); // what is absent says so in its own words
      if (stale) throw new StaleRevision(revision);
      if (events.length === 0) return this.receiptAsItStands(envelope.org, stream, loaded.events.at(-1));
      const meta = metaOf(envelope, loaded.events[0]);
      const receipt = await this.store(stream, revision, events, { ...envelope, meta });
      if (receipt) return receipt;
    }
    throw new StaleRevision(revision);
  }

  /** A stream as it was known at some point, folded: what the rules would have decided on then. */
  async asOf<S, E extends DomainEvent>(
    kind: Fold<S, E>,
    org: string,
    id: string,
    point?: AsOf,
  ): Promise<{ readonly events: readonly Recorded[]; readonly state: S }> {
    const { events } = await this.log.stream(org, `${kind.category}-${id}`);
    const known = asOf(events, point);
    return { events: known, state: fold(kind, known) };
  }

  /** Answers nothing when somebody else has written to the stream meanwhile. */
  private async store(
    stream: string,
    revision: number,
    events: readonly DomainEvent[],
    envelope: Envelope,
  ): Promise<Receipt | undefined> {
    const verdict = await this.append(await this.appendOf(stream, revision, events, envelope));
    switch (verdict.outcome) {
      case 'appended':
      case 'repeated':
        return verdict.receipt;
      case 'conflict':
        return undefined;
      case 'key-reused':
        throw new KeyReused();
      case 'claimed': {
        const { scope, key } = verdict.claim;
        const claim = envelope.claims?.find((one) => one.scope === scope && one.key === key);
        return refuse(claim?.refusal ?? 'envelope/claimed', claim?.says ?? 'Somebody else holds this.');
      }
      case 'unplaced':
        throw new Error(`Organization ${envelope.org} was placed on no ledger`);
      case 'absent':
        throw new Error('Only appends to an existing stream can find it absent');
      default:
        return unreachable(verdict);
    }
  }

  private append(append: Append): Promise<Verdict> {
    return inSpan('append', { 'forthright.events': append.events.length }, () => this.appender.append(append));
  }

  private async appendOf(
    stream: string,
    expected: number,
    decided: readonly DomainEvent[],
    envelope: Envelope,
  ): Promise<Append> {
    const { org, actor, commandId, requestHash, correlationId, causationId, claims, lookups, meta = {} } = envelope;
    const now = this.clock.now();
    const untimely = lateEntryRefusal(envelope, now);
    if (untimely) throw untimely;
    const events = decided.map((event) => ({ id: this.ids.next(), event }));
    const to = { org, stream, ...(lookups && { lookups }) };
    const encoded = await inSpan('seal', {}, () => this.codec.encode(to, events));
    const stored = encoded.map(({ schemaVersion, data }, index): EventToStore => {
      const { id, event } = events[index] as (typeof events)[number];
      return { id, type: event.type, schemaVersion, occurredAt: envelope.occurredAt ?? now, meta, data };
    });
    return {
      org,
      stream,
      expected,
      commandId,
      requestHash,
      actor,
      correlationId,
      ...(causationId !== undefined && { causationId }),
      ...(claims && { claims }),
      events: stored,
    };
  }

  private async receiptAsItStands(org: string, stream: string, last: Recorded | undefined): Promise<Receipt> {
    if (last) return { ledger: last.ledger, stream, revision: last.revision, position: last.position };
    const ledger = await this.appender.ledgerOf(org);
    if (ledger === undefined) throw new Error(`Organization ${org} was placed on no ledger`);
    return { ledger, stream, revision: 0, position: 0 };
  }
}

/** Whether something came after what the caller saw. What rides on the stream changes nothing of it (DESIGN section 4). */
const isStale = (expected: number | undefined, events: readonly Recorded[]): boolean =>
  expected !== undefined && (expected > events.length || events.slice(expected).some(({ type }) => !isRider(type)));

/** What happens to a thing happens where it began: a facility and its zone are told once. */
const metaOf = ({ meta = {} }: Envelope, first: Recorded | undefined): EventMeta => {
  if (meta.facility !== undefined) return meta;
  const { facility, zone } = first?.meta ?? {};
  return { ...(facility !== undefined && { facility }), ...(zone !== undefined && { zone }), ...meta };
};

const firstReceipt = ({ receipt, requestHash }: NonNullable<Loaded['repeated']>, envelope: Envelope): Receipt => {
  if (!requestHash.equals(envelope.requestHash)) throw new KeyReused();
  return receipt;
};
