import type { Migration } from '#kernel/platform';
import { gateSchema } from './floods.sql.js';

/** What the public has sent in the last hour, counted. Leans on the notices of the effects. */
export const gateMigrations: readonly Migration[] = [{ name: '0880-gate', sql: gateSchema }];
