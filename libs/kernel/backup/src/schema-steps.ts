import type { Database, Migration, Tx } from '#kernel/platform';
import { appliedMigrations, migrationsNoted } from './catalog.sql.js';

/** A step of the schema by its own name: TypeORM adds 13 digits to it. */
export const stepOf = (noted: string): string => noted.replace(/-\d{13}$/, '');

/** The steps that a database has; none where it has no schema yet. */
export const appliedSteps = (db: Database): Promise<readonly string[]> =>
  db.across(async (tx: Tx) => {
    const [answer] = await tx.query<{ noted: boolean }>(migrationsNoted);
    if (!answer?.noted) return [];
    return (await tx.query<{ name: string }>(appliedMigrations)).map(({ name }) => stepOf(name));
  });

/** The steps that another schema has and this one lacks. */
export const lacking = (has: readonly string[], wanted: readonly string[]): readonly string[] =>
  wanted.filter((step) => !has.includes(step));

/** Of all known steps, those that a backup's schema has. */
export const stepsOf = (known: readonly Migration[], names: readonly string[]): readonly Migration[] =>
  known.filter(({ name }) => names.includes(name));
