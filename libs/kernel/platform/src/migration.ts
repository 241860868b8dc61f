import { tenantFunction } from './tenant.sql.js';

/** One step of the schema: a number that orders it, a noun that names it, and its SQL. Applied once, never edited. */
export interface Migration {
  /** `NNNN-noun`: kernel packages below 1000, contexts from 1000 on. */
  readonly name: string;
  readonly sql: string;
}

/** What every other package's tables lean on. */
export const platformMigrations: readonly Migration[] = [{ name: '0001-tenant', sql: tenantFunction }];
