import type { DomainEvent, Recorded } from '#kernel/core';
import { type Reader, VIEWS_TRACK } from '#kernel/readers';
import type { Notice } from './effect.js';
import { askNotices } from './effects.sql.js';

type Answer = Notice | readonly Notice[] | undefined;

/**
 * Which notices follow from which events: one, several in an order that stays the same, or none. Purely: no clock, no
 * look-ups. Events from before it first ran say nothing.
 */
export interface Notifying<E extends DomainEvent = DomainEvent> {
  readonly name: string;
  readonly version: number;
  readonly on: {
    readonly [T in E['type']]?: (event: Recorded<Extract<E, { type: T }>>) => Answer;
  };
}

/** The first notice of an event goes by the reader's name; those after it by `name.2`, `name.3`. Where it was comes last. */
const keyOf = (name: string, { ledger, position }: Recorded, nth: number): string =>
  `${name}${nth > 1 ? `.${nth}` : ''}-${ledger}-${position}`;

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
      const rule = on[event.type as E['type']] as ((event: Recorded) => Answer) | undefined;
      const notices = [rule?.(event) ?? []].flat();
      return notices.map((notice, index) => ({ org: event.org, key: keyOf(name, event, index + 1), notice }));
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
