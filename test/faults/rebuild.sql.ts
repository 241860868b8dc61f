import { sql } from '#kernel/platform';

/** An empty table of the same shape. Both names are ours. */
export const scratchTable = (like: string, name: string): string => sql`
create table ${name} (like ${like} including all)`;

/** The keys of rows that are in one of two tables only, or different in them. */
export const difference = (one: string, other: string): string => sql`
select org::text || '/' || id::text as row from (
  (table ${one} except table ${other}) union all (table ${other} except table ${one})
) d group by 1 order by 1`;
