import { createHmac } from 'node:crypto';

/** One spelling for many: compatibility forms, case, spaces and hyphens do not matter in a record number. */
const normalized = (value: string): string =>
  value
    .normalize('NFKC')
    .replace(/[\s-]+/g, '')
    .toUpperCase();

/**
 * A keyed hash by which equal values are found without being stored. It shows who shares a value and how often one
 * occurs, so it is for record numbers and the like, never for a small domain such as a birth date.
 */
export const blindIndex = (indexKey: Buffer, scope: string, value: string): Buffer =>
  createHmac('sha256', indexKey)
    .update(`${scope}|${normalized(value)}`)
    .digest();
