import type { SelectQueryBuilder } from 'typeorm';
import { instant, type Kind } from '#kernel/core';
import { readCursor, writeCursor } from '#kernel/http';
import type { SafetyEventListRow } from '../../lines/safety-event-list.row.js';
import type { Order } from './safety-event-list.request.js';

/** The line after which a page goes on: what the order goes by, and the id that parts those that are alike in it. */
export interface Seen {
  readonly order: Order;
  readonly at: string;
  readonly weight?: number;
  readonly id: string;
}

/** By what each order goes; the id parts those that are alike. */
export const ORDERED = {
  newest: [
    ['line.reportedAt', 'DESC'],
    ['line.id', 'DESC'],
  ],
  'oldest-event': [
    ['line.eventAt', 'ASC'],
    ['line.id', 'ASC'],
  ],
  severest: [
    ['line.weight', 'DESC'],
    ['line.reportedAt', 'DESC'],
    ['line.id', 'DESC'],
  ],
} as const satisfies Record<Order, readonly (readonly [string, 'ASC' | 'DESC'])[]>;

const AFTER: Record<Order, string> = {
  newest: '(line.reportedAt, line.id) < (:at, :id)',
  'oldest-event': '(line.eventAt, line.id) > (:at, :id)',
  severest: '(line.weight, line.reportedAt, line.id) < (:weight, :at, :id)',
};

/** Goes on after a line that was seen. */
export const goOn = (lines: SelectQueryBuilder<SafetyEventListRow>, seen: Seen): void => {
  lines.andWhere(AFTER[seen.order], seen);
};

const WEIGHED = /^([0-5]) (.+)$/;
const weighed: Kind<string> = {
  name: 'a weight and an instant',
  free: false,
  problem: (value) => instant().problem(typeof value === 'string' ? WEIGHED.exec(value)?.[2] : undefined),
};

/** The cursor after a line, in an order. */
export const cursorAfter = (row: SafetyEventListRow, order: Order): string => {
  if (order === 'newest') return writeCursor({ key: row.reportedAt, id: row.id });
  if (order === 'oldest-event') return writeCursor({ key: row.eventAt, id: row.id });
  return writeCursor({ key: `${row.weight} ${row.reportedAt}`, id: row.id });
};

/** The line that a request's cursor names; nothing on the first page. */
export const seenBy = (cursor: string | undefined, order: Order): Seen | undefined => {
  const from = readCursor(cursor, order === 'severest' ? weighed : instant());
  if (!from) return undefined;
  if (order !== 'severest') return { order, at: from.key, id: from.id };
  const [, weight, at = ''] = WEIGHED.exec(from.key) ?? [];
  const seen = readCursor(writeCursor({ key: at, id: from.id }), instant()); // refuses a day that no calendar has
  return seen && { order, weight: Number(weight), at: seen.key, id: seen.id };
};
