import type { Migration } from '#kernel/platform';
import { appending } from './append.sql.js';
import { tables } from './tables.sql.js';

/** The ledger's schema: its tables, and the functions that are the only way into them. */
export const ledgerMigrations: readonly Migration[] = [
  { name: '0100-ledger', sql: tables },
  { name: '0101-appending', sql: appending },
];
