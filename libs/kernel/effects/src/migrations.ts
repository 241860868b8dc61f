import type { Migration } from '#kernel/platform';
import { effectsSchema } from './effects-schema.sql.js';
import { escalationColumn } from './escalation.sql.js';
import { holdsTable } from './holds.sql.js';

/** Notices, inboxes, and the ledger of what leaves the house. */
export const effectsMigrations: readonly Migration[] = [
  { name: '0500-effects', sql: effectsSchema },
  { name: '0510-holds', sql: holdsTable },
  { name: '0801-page-escalation', sql: escalationColumn },
];
