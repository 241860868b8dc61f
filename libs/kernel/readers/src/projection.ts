import type { DomainEvent, Recorded } from '#kernel/core';
import type { Bonds } from './bonds.js';

/** What a fold may hand back: the row as it now stands, or nothing when the event does not concern it. */
interface Fold<Row, E extends DomainEvent> {
  // written as a method, so that a list may hold projections of different rows and events
  apply(event: Recorded<E>, row: Row | undefined): Row | undefined;
}

/** A view's row: keyed by organization and id, both set by the kernel. */
export interface KeyedRow {
  readonly org: string;
  readonly id: string;
}

/**
 * A view as a pure fold per key: no clock, no look-ups, no refusals. The kernel loads the rows that a batch touches,
 * folds the events over them in order, and stores what came out, all in one transaction with the checkpoint.
 */
export interface Projection<Row extends KeyedRow = KeyedRow, E extends DomainEvent = DomainEvent> {
  readonly name: string;
  readonly version: number;
  readonly row: new () => Row;
  /** `log`: it misses nothing and folds the log as one sequence, so it halts at what it cannot read. Most do not. */
  readonly shape?: 'log';
  /** Which row an event belongs to, by id; most often the stream's. */
  key(event: Recorded<E>): string;
  readonly on: { readonly [T in E['type']]?: Fold<Omit<Row, 'org' | 'id'>, Extract<E, { type: T }>>['apply'] };
  /** Where what stands in a row follows from others too: the fold comes first, then this, once a batch. */
  readonly bonds?: Bonds<Omit<Row, 'org' | 'id'>>;
}

/** Declares a projection; the type names of `on` are its diet. */
export const projection = <Row extends KeyedRow, E extends DomainEvent>(
  declared: Projection<Row, E>,
): Projection<Row, E> => declared;
