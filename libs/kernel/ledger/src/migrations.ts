import type { Migration } from '#kernel/platform';
import { appending } from './append.sql.js';
import { appendBatch } from './append-batch.sql.js';
import { streamsFunction } from './log.sql.js';
import { tables } from './tables.sql.js';

/** The ledger's schema: its tables, and the functions that are the only way into them. */
export const ledgerMigrations: readonly Migration[] = [
  { name: '0100-ledger', sql: tables },
  { name: '0101-appending', sql: appending },
  { name: '0102-streams', sql: streamsFunction },
  { name: '0103-append-batch', sql: appendBatch },
];
