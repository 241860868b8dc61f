import type { Migration } from '#kernel/platform';
import { restoresTable } from './restores.sql.js';

/** The record of restores. */
export const backupMigrations: readonly Migration[] = [{ name: '0600-restores', sql: restoresTable }];
