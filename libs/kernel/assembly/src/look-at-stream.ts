import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '#kernel/access';
import { type EventType, type Recorded, streamId } from '#kernel/core';
import { type AsOf, fold, type Streams } from '#kernel/ledger';
import { outlineOf, unopened } from '#kernel/privacy';
import type { Context, FoldedStreams } from './contexts.js';
import { catalogueOf, decidersOf } from './kernel-context.js';

/** An event as somebody may look at it: when, what, by whom in which role, and the clear codes of its data. */
export type LookedAt = Pick<
  Recorded,
  'position' | 'revision' | 'type' | 'schemaVersion' | 'occurredAt' | 'recordedAt' | 'commandId' | 'data'
> & { readonly actor: Omit<Recorded['actor'], 'id'> };

/** A stream at some point. The state is left out where it would tell what its reader may not see. */
export interface StreamLook {
  readonly stream: string;
  readonly revision: number;
  readonly events: readonly LookedAt[];
  readonly state?: unknown;
}

/** The kind of streams that a name is of, if it is one that can be folded here. */
export const kindOfStream = (contexts: readonly Context[], stream: string): FoldedStreams | undefined =>
  decidersOf(contexts).find(({ decider }) => stream === `${decider.category}-${streamId(stream)}`);

/**
 * Looks at a stream as of some point, for somebody who may see the labels of their grant: nothing is opened. The folded
 * state comes from all that is stored; it is shown where what they may see folds to the very same.
 */
export const lookAtStream = async (
  { streams, contexts }: { streams: Streams; contexts: readonly Context[] },
  { decider }: FoldedStreams,
  { org, grant }: Caller,
  stream: string,
  point?: AsOf,
): Promise<StreamLook> => {
  const { events, state } = await streams.asOf(decider, org, streamId(stream), point);
  const shapes: ReadonlyMap<string, EventType> = new Map(catalogueOf(contexts).map((shape) => [shape.type, shape]));
  const seen = events.map((event) => ({
    ...event,
    data: outlineOf(shapes.get(event.type), event.data, grant.labels),
  }));
  const open = grant.labels.length > 0 && foldsTo(decider, seen, state);
  return {
    stream,
    revision: events.length,
    events: seen.map(lookedAt),
    ...(open && { state: unopened(state) }),
  };
};

/** Rules may stumble over an event that lacks a field: then the state would tell of it. */
const foldsTo = (decider: FoldedStreams['decider'], seen: readonly Recorded[], state: unknown): boolean => {
  try {
    return isDeepStrictEqual(fold(decider, seen), state);
  } catch {
    return false;
  }
};

const lookedAt = (event: Recorded): LookedAt => ({
  position: event.position,
  revision: event.revision,
  type: event.type,
  schemaVersion: event.schemaVersion,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  actor: { kind: event.actor.kind, role: event.actor.role },
  commandId: event.commandId,
  data: unopened(event.data) as object,
});
