import type { Migration } from '#kernel/platform';
import { checkpointSlots, checkpointsTable, viewsSchema } from './checkpoints.sql.js';
import { lagsFunction, parkedLags, slottedLags } from './lags.sql.js';
import { holdFunction, parking } from './parked.sql.js';
import { besideSchemas, switchesPolicies, switchesTable } from './rebuild/view-slots.sql.js';
import { besideWithheldTable } from './rebuild/withheld.sql.js';
import { refusalsTable } from './refusals.sql.js';

/** Checkpoints, and the schema in which views live. */
export const readersMigrations: readonly Migration[] = [
  { name: '0200-checkpoints', sql: checkpointsTable },
  { name: '0201-views', sql: viewsSchema },
  { name: '0202-lags', sql: lagsFunction },
  { name: '0210-slots', sql: checkpointSlots },
  { name: '0211-slotted-lags', sql: slottedLags },
  { name: '0212-beside-views', sql: besideSchemas },
  { name: '0213-switches', sql: switchesTable },
  { name: '0214-beside-withheld', sql: besideWithheldTable },
  { name: '0220-refusals', sql: refusalsTable },
  { name: '0225-parking', sql: parking },
  { name: '0226-parked-lags', sql: parkedLags },
  { name: '0227-switches-policies', sql: switchesPolicies },
  { name: '0228-hold', sql: holdFunction },
];
