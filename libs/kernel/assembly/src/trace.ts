import type { EventType } from '#kernel/core';
import { Log } from '#kernel/ledger';
import type { Database } from '#kernel/platform';
import {
  Checkpoints,
  type Lag,
  leaves,
  Parked,
  type ParkedStream,
  type RefusedCommand,
  type TracedEvent,
  Traces,
} from '#kernel/readers';
import { reservedStreamsOf } from './clocks-context.js';
import type { Context } from './contexts.js';
import { catalogueOf, type Diet, readersOf } from './kernel-context.js';

/** An event of a trace, and how far it has come. */
export interface ArrivedEvent extends TracedEvent {
  /** Readers whose business it is: those that have passed it, those that still have to, those that have parked it. */
  readonly passed: readonly string[];
  readonly waiting: readonly string[];
  readonly parked: readonly string[];
}

/** A command, what it recorded, and what automations asked for in vain because of that. */
export interface TracedCommand {
  readonly commandId: string;
  /** Who asked for it. */
  readonly actor: TracedEvent['actor'];
  /** The event that it followed from, if an automation sent it. */
  readonly causationId?: string;
  readonly events: readonly ArrivedEvent[];
  readonly refused: readonly RefusedCommand[];
}

/** A request: its commands in the order in which they were recorded. */
export interface Trace {
  readonly request: string;
  readonly commands: readonly TracedCommand[];
  readonly more: boolean;
}

/**
 * From a request, a command or a position to the commands, the events, and the readers that have passed them. Envelopes
 * only; what may not leave under its own name has none here either, and streams that one role alone may hear of are not there.
 */
export const trace = async (
  db: Database,
  contexts: readonly Context[],
  org: string,
  what: Parameters<Traces['of']>[1],
): Promise<Trace | undefined> => {
  const traced = await new Traces(db).of(org, what);
  if (!traced) return undefined;
  const { request, refusals, more } = traced;
  const reserved = reservedStreamsOf(contexts);
  const events = traced.events.filter(({ stream }) => !reserved.has(stream.slice(0, -37)));
  const parked = await new Parked(db, new Log(db)).list({ org });
  const arrivals = arrivalsAmong(readersOf(contexts), await new Checkpoints(db).lags(), parked);
  const shapes: ReadonlyMap<string, EventType> = new Map(catalogueOf(contexts).map((shape) => [shape.type, shape]));
  const commands = [...new Set(events.map(({ commandId }) => commandId))].map((commandId): TracedCommand => {
    const own = events.filter((event) => event.commandId === commandId) as [TracedEvent, ...TracedEvent[]];
    const { actor, causationId } = own[0];
    return {
      commandId,
      actor,
      ...(causationId && { causationId }),
      events: own.map((event) => ({ ...event, ...arrivals(event), type: namedFor(shapes.get(event.type)) })),
      refused: refusals.filter(({ eventId }) => own.some((event) => event.eventId === eventId)),
    };
  });
  return { request, commands, more };
};

/** The type's name where anybody may know it. */
const namedFor = (shape: EventType | undefined): string =>
  shape && leaves(shape) === 'by-name' ? shape.type : '(withheld)';

/** Who has passed an event, of those that read its type and were ever enlisted on its ledger. */
const arrivalsAmong =
  (diets: readonly Diet[], lags: readonly Lag[], parked: readonly ParkedStream[]) =>
  ({ type, ledger, stream, position }: TracedEvent): Pick<ArrivedEvent, 'passed' | 'waiting' | 'parked'> => {
    const concerned = diets.filter(({ types }) => types.includes(type));
    const standing = lags.filter(
      (lag) =>
        lag.ledger === ledger && concerned.some(({ name, version }) => name === lag.reader && version === lag.version),
    );
    const held = ({ reader, version }: Lag) =>
      parked.some(
        (one) => one.reader === reader && one.version === version && one.stream === stream && one.position <= position,
      );
    const come = (lag: Lag) => lag.position >= position;
    const names = (those: (lag: Lag) => boolean) => standing.filter(those).map(({ reader }) => reader);
    return {
      passed: names((lag) => come(lag) && !held(lag)),
      waiting: names((lag) => !come(lag)),
      parked: names((lag) => come(lag) && held(lag)),
    };
  };
