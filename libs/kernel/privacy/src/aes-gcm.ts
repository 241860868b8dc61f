import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** AES-256-GCM with a 96-bit random nonce and the full 128-bit tag (NIST SP 800-38D, sections 5.2.1 and 8.2.2). */
const ALGORITHM = 'aes-256-gcm';
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** What encrypting gives: all three are needed to get the text back, none is secret. */
export interface Box {
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

/** Encrypts under a 32-byte key. `bound` is not stored: whoever opens the box must say the same words. */
export const encrypt = (key: Buffer, bound: string, clear: Buffer): Box => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(bound));
  const ciphertext = Buffer.concat([cipher.update(clear), cipher.final()]);
  return { nonce, ciphertext, tag: cipher.getAuthTag() };
};

/** The text of a box, or nothing when key, place or content are not what they were. */
export const decrypt = (key: Buffer, bound: string, { nonce, ciphertext, tag }: Box): Buffer | undefined => {
  // Without these checks Node takes a tag of four bytes for a whole one.
  if (nonce.length !== NONCE_BYTES || tag.length !== TAG_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    return undefined;
  }
};
