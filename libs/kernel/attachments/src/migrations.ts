import type { Migration } from '#kernel/platform';
import { filesTable } from './file/files.sql.js';

/** Where the bytes of attachments are kept. */
export const attachmentsMigrations: readonly Migration[] = [{ name: '0850-attachments', sql: filesTable }];
