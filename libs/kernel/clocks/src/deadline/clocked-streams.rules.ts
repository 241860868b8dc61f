import type { DomainEvent, Instant, Recorded } from '#kernel/core';
import type { ClockKind, ToldRole } from './deadline.codes.js';

/** What an event says to a clock, or nothing where this one of its type says nothing. */
interface Telling<E extends DomainEvent, T, M> {
  // written as a method, so that a list may hold rules of different events
  of(event: Recorded<E>, memory: M): T | undefined;
}

/** By type of event, what it says: `{ ConcernSubmitted: ({ data }) => data.receivedAt }`. */
export type Tells<E extends DomainEvent, T, M = unknown> = {
  readonly [K in E['type']]?: Telling<Extract<E, { type: K }>, T, M>['of'];
};

/** How long one clock runs, where that is its own: for a span, or until a date that was said, as that of a promise. */
export type Within = { readonly clock: ClockKind; readonly amount: number } | { readonly until: Instant };

/** What rules know of the events before the one that they are asked about. */
export interface Memory<E extends DomainEvent, M> {
  /** Before the first event. */
  readonly initial: M;
  /** By type of event, what is known after it. */
  readonly after: Tells<E, M, M>;
}

/**
 * What starts and stops one kind of clock on a stream. An event that starts it answers from when, one that stops it
 * answers since when it is done; either answers nothing where it does not concern the clock:
 *
 *     { kind: 'DL-21', starts: { ConcernClassified: ({ data }) => (data.as === 'grievance' ? data.receivedAt : undefined) },
 *       stops: { ConcernResponded: ({ occurredAt }) => occurredAt } }
 *
 * While a clock is open (running, or late and not done) another start of it says nothing, unless it is `rolling`: then
 * each start is the stop of the clock before; or unless it cancels that one. What was started, stopped and started again
 * is two deadlines. A rolling clock starts with what comes after its start: what is told late of an earlier time is past.
 */
export interface ClockRule<E extends DomainEvent = DomainEvent, M = unknown> {
  /** The id of its definition, as in `DL-19`: a definition says how long it runs, and whether it runs at all. */
  readonly kind: string;
  readonly starts: Tells<E, Instant, M>;
  readonly stops: Tells<E, Instant, M>;
  /**
   * How long this very clock runs, where its definition does not say. Told by what starts it; or by something later while
   * it is open: then it is reckoned anew, from where it began.
   */
  readonly within?: Tells<E, Within, M>;
  /** Where not one stop but several are waited for: all that are, and which of them an event that stops it is. */
  readonly parts?: { readonly all: readonly string[]; readonly of: Tells<E, string, M> };
  /** What makes the clock void, as a classification does that is taken back: answers true. */
  readonly cancels?: Tells<E, boolean, M>;
  /** What corrects the time of the start: answers the right one. */
  readonly corrects?: Tells<E, Instant, M>;
  /** Which of several clocks of this kind an event is about, as a short code or id. Otherwise the stream has one. */
  readonly subject?: Tells<E, string, M>;
  readonly rolling?: true;
  /** Who answers for it, where that is not the owner of the stream. */
  readonly owners?: Tells<E, string, M>;
  /** The role that its definition names answers for it, and no person: that it is there is not for every owner to know. */
  readonly ofRole?: true;
}

/**
 * The clocks of one kind of stream, as a context declares them in its `Context`: the kernel derives from this the
 * automation that starts and stops them. Imported history starts no clock, whatever a rule says of it.
 */
export interface ClockedStreams<E extends DomainEvent = DomainEvent, M = unknown> {
  /** As in `safety-event`. */
  readonly category: string;
  readonly rules: readonly ClockRule<E, M>[];
  /** What its rules have to know of earlier events; each is asked with what was known before the event. */
  readonly remembers?: Memory<E, M>;
  /**
   * The one role that hears of these clocks, where that these records are there is nobody else's business: notices go to
   * people of this role alone, the due list shows them to nobody else, and nothing of what rides on these streams leaves.
   */
  readonly heardBy?: ToldRole;
  /** Who answers for the record and so for its clocks, from this event on. */
  readonly owners?: Tells<E, string, M>;
  /** What ends the record without an outcome, voided or merged away: answers true, and every open clock is cancelled. */
  readonly ends?: Tells<E, boolean, M>;
  /** What takes such an end back: clocks that it cancelled start again from where they started. */
  readonly revives?: Tells<E, boolean, M>;
}

/** Declares the clocks of a kind of stream, with its facts as types. */
export const clockedStreams = <E extends DomainEvent, M = unknown>(
  declared: ClockedStreams<E, M>,
): ClockedStreams<E, M> => declared;

/** The kinds of streams that one role alone may hear of, and that role. */
export const reservedStreams = (clocked: readonly ClockedStreams[]): ReadonlyMap<string, ToldRole> =>
  new Map(clocked.flatMap(({ category, heardBy }) => (heardBy ? [[category, heardBy]] : [])));

/** What an event says by a table, if it says anything. */
export const toldBy = <T>(tells: Tells<DomainEvent, T> | undefined, event: Recorded, memory: unknown): T | undefined =>
  tells?.[event.type]?.(event, memory);

/** Every type of event that a kind of stream's clocks hear of. */
export const typesHeard = ({ rules, owners, ends, revives }: ClockedStreams): readonly string[] => [
  ...new Set(
    [
      owners,
      ends,
      revives,
      ...rules.flatMap((rule) => [rule.starts, rule.stops, rule.within, rule.cancels, rule.corrects, rule.owners]),
    ].flatMap((tells) => Object.keys(tells ?? {})),
  ),
];
