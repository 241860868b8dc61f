import type { Kind } from '#kernel/core';
import { Absent, IsText, IsWholeInQuery } from './fields.js';
import { isInstantWithZone } from './instant.js';
import { invalidField } from './problem.js';

/** Where a page ended: the sort key and the id of its last row. */
export interface Cursor {
  readonly key: string;
  readonly id: string;
}

/** The query of a list. Extend it with the list's own filters. */
export class PageQuery {
  /** How many rows at most. */
  @Absent()
  @IsWholeInQuery(1, 200)
  limit: number = 50;

  /** Where the page before ended, from its `next` link. */
  @Absent()
  @IsText(500)
  cursor?: string;

  /** Wait until the view has come this far: the position of a receipt. */
  @Absent()
  @IsWholeInQuery(0, Number.MAX_SAFE_INTEGER)
  after?: number;
}

/** The query of one record. */
export class RecordQuery {
  /** Wait until the view has come this far: the position of a receipt. */
  @Absent()
  @IsWholeInQuery(0, Number.MAX_SAFE_INTEGER)
  after?: number;
}

/** A cursor as text that clients pass back and need not understand. */
export const writeCursor = ({ key, id }: Cursor): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

const ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const LIKE_A_TIME = /^\d{4}-\d\d-\d\dT/;

/**
 * The cursor of a request, or nothing on the first page. `kind` says what this list sorts by, so that what reaches
 * the database is at least of the right kind, and a time one that the calendar has, whoever made it up.
 */
export const readCursor = (text: string | undefined, kind: Kind<string>): Cursor | undefined => {
  if (text === undefined) return undefined;
  const [key, id, ...rest] = partsOf(text);
  const sortable = kind.problem(key) === undefined && (!LIKE_A_TIME.test(String(key)) || isInstantWithZone(key));
  if (!sortable || typeof id !== 'string' || !ID.test(id) || rest.length > 0)
    throw invalidField('cursor', 'is not one that this list gave out');
  return { key: key as string, id };
};

const partsOf = (text: string): unknown[] => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
};
