import { refuse } from '#kernel/core';
import type { Database, Tx } from '#kernel/platform';
import { decrypt, encrypt, NONCE_BYTES, TAG_BYTES } from './aes-gcm.js';
import type { KeyRing } from './key-ring.js';
import { destroySubjects } from './keys.sql.js';
import { SealBroken } from './seal-broken.js';

/** Where bytes are kept that belong to a subject: the seal holds only there. */
export interface Shelf {
  readonly org: string;
  /** Whose they are; named by a stream, as everywhere. */
  readonly subject: string;
  /** Which bytes of the subject's, as in `file-<uuid>`. */
  readonly item: string;
}

/** The form of what is sealed: this byte, nonce, tag, ciphertext. */
const FORM = 1;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** Bytes that sealing adds. */
export const SEAL_BYTES = HEAD_BYTES;

/**
 * Seals bytes that are kept beside the log (files, drafts) under their subject's own key, so that forgetting the subject
 * forgets them too.
 */
export class Safe {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
  ) {}

  /** Refuses, with `subject/erased`, to seal anything for a subject that was forgotten. */
  async seal(shelf: Shelf, clear: Buffer): Promise<Buffer> {
    const key =
      (await this.keys.forSealing(this.db, shelf.org, shelf.subject)) ??
      refuse('subject/erased', 'The person of this record was forgotten; nothing more can be written about them.');
    const { nonce, tag, ciphertext } = encrypt(key, boundTo(shelf), clear);
    return Buffer.concat([Buffer.of(FORM), nonce, tag, ciphertext]);
  }

  /** The bytes; nothing where the subject was forgotten. Throws {@link SealBroken} where they are not what was sealed. */
  async open(tx: Tx, shelf: Shelf, sealed: Buffer): Promise<Buffer | undefined> {
    const { org, subject } = shelf;
    const key = (await this.keys.forOpening(tx, org, [subject])).get(subject);
    if (!key) return undefined;
    const place = boundTo(shelf);
    if (sealed.length < HEAD_BYTES || sealed[0] !== FORM) throw new SealBroken(place, 'malformed');
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
    const tag = sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES);
    const clear = decrypt(key, place, { nonce, tag, ciphertext: sealed.subarray(HEAD_BYTES) });
    if (!clear) throw new SealBroken(place, 'tag');
    return clear;
  }

  /** Destroys the keys of subjects that nobody shall open again: for workers, who alone may. One organization for each. */
  async destroy(tx: Tx, orgs: readonly string[], subjects: readonly string[]): Promise<void> {
    await tx.query(destroySubjects, [orgs, subjects]);
  }
}

const boundTo = ({ org, subject, item }: Shelf): string => ['bytes', 'v1', org, subject, item].join('|');
