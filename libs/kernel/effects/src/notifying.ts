import type { DomainEvent, Recorded } from '#kernel/core';
import { type Reader, VIEWS_TRACK } from '#kernel/readers';
import type { Notice } from './effect.js';
import { askNotices } from './effects.sql.js';

/** Which notices follow from which events, purely: no clock, no look-ups. Events from before it first ran say nothing. */
export interface Notifying<E extends DomainEvent = DomainEvent> {
  readonly name: string;
  readonly version: number;
  readonly on: {
    readonly [T in E['type']]?: (event: Recorded<Extract<E, { type: T }>>) => Notice | undefined;
  };
}

/**
 * A reader that asks for notices in the transaction that moves its checkpoint: each event asks once. It begins with the
 * next event to come and is never rebuilt; were it, the keys would still be those of the first time.
 */
export const notifying = <E extends DomainEvent>({ name, version, on }: Notifying<E>): Reader => ({
  name,
  version,
  shape: 'log',
  track: VIEWS_TRACK,
  starts: 'now',
  types: Object.keys(on),
  apply: async (tx, events) => {
    const asked = events.flatMap((event) => {
      const rule = on[event.type as E['type']] as ((event: Recorded) => Notice | undefined) | undefined;
      const notice = rule?.(event);
      return notice ? [{ org: event.org, key: `${name}-${event.ledger}-${event.position}`, notice }] : [];
    });
    if (asked.length === 0) return;
    await tx.query(askNotices, [
      asked.map(({ org }) => org),
      asked.map(({ key }) => key),
      asked.map(({ notice }) => notice.code),
      asked.map(({ notice }) => notice.urgency),
      asked.map(({ notice }) => JSON.stringify(notice.to)),
      asked.map(({ notice }) => notice.about),
      asked.map(({ notice }) => JSON.stringify(notice.params ?? {})),
    ]);
  },
});
