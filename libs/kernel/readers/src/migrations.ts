import type { Migration } from '#kernel/platform';
import { checkpointsTable, viewsSchema } from './checkpoints.sql.js';
import { lagsFunction } from './lags.sql.js';

/** Checkpoints, and the schema in which views live. */
export const readersMigrations: readonly Migration[] = [
  { name: '0200-checkpoints', sql: checkpointsTable },
  { name: '0201-views', sql: viewsSchema },
  { name: '0202-lags', sql: lagsFunction },
];
