import { type Actor, actorOf, type Instant } from '#kernel/core';
import type { Database } from '#kernel/platform';
import { present } from './present.js';
import { Refusals, type RefusedCommand } from './refusals.js';
import { eventsOfRequest, requestOf } from './traces.sql.js';

/** More than any request makes; an import may share one. */
const MOST = 1000;

/** An event on its way, by its envelope alone. */
export interface TracedEvent {
  readonly ledger: number;
  readonly position: number;
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly actor: Omit<Actor, 'id'>;
  readonly recordedAt: Instant;
  readonly commandId: string;
  /** The event that an automation answered with this one. */
  readonly causationId?: string;
}

/** What became of one request: everything recorded within it, in order, and what automations were refused. */
export interface Traced {
  readonly request: string;
  readonly events: readonly TracedEvent[];
  readonly refusals: readonly RefusedCommand[];
  /** Whether there is more than is told. */
  readonly more: boolean;
}

type Row = Omit<TracedEvent, 'position' | 'actor' | 'recordedAt'> & {
  readonly position: string;
  readonly actor: string;
  readonly recordedAt: Date;
};

/** Follows requests through the ledger. */
export class Traces {
  constructor(private readonly db: Database) {}

  /** The request of an organization that a position, a command's id or the request's own id names, if there is one. */
  async of(org: string, what: { readonly position: number } | { readonly id: string }): Promise<Traced | undefined> {
    const values = 'id' in what ? [org, null, what.id] : [org, what.position, null];
    const [found] = await this.db.call<{ request: string }>({ text: requestOf, values });
    if (!found) return undefined;
    const rows = await this.db.call<Row>({ text: eventsOfRequest, values: [org, found.request, MOST + 1] });
    if (rows.length === 0) return undefined;
    const events = rows.slice(0, MOST).map(tracedOf);
    const refusals = await new Refusals(this.db).after(
      org,
      events.map(({ eventId }) => eventId),
    );
    return { request: found.request, events, refusals, more: rows.length > MOST };
  }
}

const tracedOf = ({ position, actor, recordedAt, ...row }: Row): TracedEvent => {
  const { kind, role } = actorOf(actor);
  return present({ ...row, position: Number(position), actor: { kind, role }, recordedAt: recordedAt.toISOString() });
};
