import type { MasterKey } from '#kernel/privacy';

/** A subject's key as a line has it: wrapped, so that it opens under the same master key only. */
export interface KeyLine {
  readonly org: string;
  readonly subject: string;
  /** Base64. */
  readonly wrappedKey: string;
  /** By what the subject is found; hashes in hexadecimal digits. */
  readonly lookups: readonly { readonly scope: string; readonly hash: string }[];
}

/** Reads a line as a key; nothing where it is none. */
export const readKey = (line: string): KeyLine | undefined => {
  if (!line.includes('"wrappedKey"')) return undefined;
  try {
    const key = JSON.parse(line) as Partial<KeyLine>;
    const { org, subject, wrappedKey, lookups = [] } = key;
    return org && subject && wrappedKey ? { org, subject, wrappedKey, lookups } : undefined;
  } catch {
    return undefined;
  }
};

/** What is wrong with a key that was brought here: it opens for nobody, or not for whom it says. */
export const keyProblem = (master: MasterKey, { org, subject, wrappedKey }: KeyLine): string | undefined => {
  try {
    master.unwrap(org, subject, Buffer.from(wrappedKey, 'base64'));
    return undefined;
  } catch {
    return 'this key was not wrapped under the master key of this installation, or not for this subject';
  }
};
