import { sql } from '#kernel/platform';

/** A table of the transaction's own, of a view's shape and with its keys; it goes with the transaction. */
export const pastTable = (table: string, view: string): string => sql`
create temporary table ${table} (like ${view} including indexes) on commit drop`;
