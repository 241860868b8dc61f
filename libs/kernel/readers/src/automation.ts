import type { DomainEvent, Recorded } from '#kernel/core';
import type { Envelope } from '#kernel/ledger';

/** A command that an automation may send: any that carries its envelope. */
export interface Sendable {
  readonly envelope: Envelope;
}

/** What an automation may add to the envelope that it is given; the rest follows from the event. */
export type Added = Pick<Envelope, 'claims' | 'lookups' | 'meta'>;

/**
 * Gives the envelope of the next command that follows from the event: the system acts, caused by the event, under an id
 * that is the same whenever the same event is looked at. A stream that begins here may take that id for its own.
 */
export type Act = (added?: Added) => Envelope;

/** What follows from an event: one command, several in their order, or nothing. */
interface Following<E extends DomainEvent> {
  // written as a method, so that a list may hold automations of different events
  from(event: Recorded<E>, act: Act): Sendable | readonly Sendable[] | undefined;
}

/**
 * A policy: when this happened, then ask for that. Pure: no clock, no look-ups, no state. Each command has to bear being
 * sent twice and being refused; a refusal is an answer, and is kept. What is said of an event is said once: a higher
 * version looks at every event anew, and what it sends where the one before has sent something changes nothing.
 */
export interface Automation<E extends DomainEvent = DomainEvent> {
  /** `<context>.when-…-then-…`, as its file is called. */
  readonly name: string;
  readonly version: number;
  /** `now`: what happened before it was there does not concern it. Otherwise it begins with the first event. */
  readonly starts?: 'now';
  readonly on: { readonly [T in E['type']]?: Following<Extract<E, { type: T }>>['from'] };
}

/** Declares an automation; the type names of `on` are its diet. */
export const automation = <E extends DomainEvent>(declared: Automation<E>): Automation<E> => declared;
