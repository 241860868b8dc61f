import { createHash } from 'node:crypto';

/** A file as it was sent. What its sender says of it is its name alone. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** In hexadecimal. */
  readonly sha256: string;
}

export const sentFile = (name: string, bytes: Buffer): SentFile => ({
  name,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** Separators of folders; controls, and what turns the direction of writing around. Joiners are letters to some scripts. */
const NOT_IN_NAMES = /[/\\]|(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;
export const LONGEST_FILE_NAME = 200;

export const isFileName = (name: string): boolean =>
  name !== '' && name.length <= LONGEST_FILE_NAME && name.search(NOT_IN_NAMES) < 0;

/** The name that is nearest to what somebody's browser calls a file; empty where nothing of it is left. */
export const asFileName = (called: string): string =>
  called.replace(NOT_IN_NAMES, ' ').trim().slice(-LONGEST_FILE_NAME).trim();
