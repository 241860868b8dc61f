import type { Migration } from '#kernel/platform';
import { destroyFunction, keysTable, lookupsTable, masterKeysTable, offerFunction } from './keys.sql.js';

/** Keys of subjects, and the blind indexes that find them. */
export const privacyMigrations: readonly Migration[] = [
  { name: '0300-keys', sql: keysTable },
  { name: '0301-lookups', sql: lookupsTable },
  { name: '0302-destroy', sql: destroyFunction },
  { name: '0303-master-keys', sql: masterKeysTable },
  { name: '0304-offer-keys', sql: offerFunction },
];
