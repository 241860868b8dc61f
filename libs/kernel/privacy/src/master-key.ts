import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigProblem } from '#kernel/platform';
import { decrypt, encrypt, NONCE_BYTES, TAG_BYTES } from './aes-gcm.js';
import { SealBroken } from './seal-broken.js';

const KEY_BYTES = 32;
const ID_BYTES = 8;

/**
 * The key over all keys of an installation. It wraps the subjects' data keys and yields each organization's key for
 * blind indexes; it seals no data itself. Whoever loses it has lost every sealed word.
 */
export class MasterKey {
  /** Which master key wrapped a data key: tells a wrong key from a changed row. Gives nothing away. */
  readonly id: Buffer;
  private readonly indexKeys = new Map<string, Buffer>();

  constructor(private readonly key: Buffer) {
    if (key.length !== KEY_BYTES) throw new Error(`A master key has ${KEY_BYTES} bytes, not ${key.length}`);
    this.id = createHmac('sha256', key).update('forthright master key id').digest().subarray(0, ID_BYTES);
  }

  /** Wraps a data key for one subject of one organization: key id, nonce, tag, ciphertext. */
  wrap(org: string, subject: string, dataKey: Buffer): Buffer {
    const { nonce, tag, ciphertext } = encrypt(this.key, wrapping(org, subject), dataKey);
    return Buffer.concat([this.id, nonce, tag, ciphertext]);
  }

  /** The data key, or {@link SealBroken}: under another master key, changed, or another subject's. */
  unwrap(org: string, subject: string, wrapped: Buffer): Buffer {
    const place = wrapping(org, subject);
    if (!wrapped.subarray(0, ID_BYTES).equals(this.id)) throw new SealBroken(place, 'other-master-key');
    const nonce = wrapped.subarray(ID_BYTES, ID_BYTES + NONCE_BYTES);
    const tag = wrapped.subarray(ID_BYTES + NONCE_BYTES, ID_BYTES + NONCE_BYTES + TAG_BYTES);
    const ciphertext = wrapped.subarray(ID_BYTES + NONCE_BYTES + TAG_BYTES);
    const dataKey = decrypt(this.key, place, { nonce, tag, ciphertext });
    if (!dataKey) throw new SealBroken(place, 'tag');
    return dataKey;
  }

  /** The key under which backups are authenticated: whoever lacks it can neither make nor change one. */
  backupKey(): Buffer {
    return Buffer.from(hkdfSync('sha256', this.key, '', 'forthright backup v1', KEY_BYTES));
  }

  /** A key for something else that must agree in every process of the installation, as the signatures of cookies do. */
  keyFor(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.key, '', `forthright ${purpose}`, KEY_BYTES));
  }

  /** The key of an organization's blind indexes (HKDF-SHA-256): hashes of two organizations never compare. */
  indexKey(org: string): Buffer {
    const known = this.indexKeys.get(org);
    if (known) return known;
    const derived = Buffer.from(hkdfSync('sha256', this.key, org, 'forthright blind index v1', KEY_BYTES));
    this.indexKeys.set(org, derived);
    return derived;
  }
}

const wrapping = (org: string, subject: string): string => `key|${org}|${subject}`;

/**
 * The installation's master key: `MASTER_KEY`, or else the file `master.key` in the data folder, made at first use and
 * readable by its owner only. Production takes it from the environment or does not start.
 */
export const loadMasterKey = ({
  mode,
  masterKey,
  dataDir,
}: Pick<Config, 'mode' | 'masterKey' | 'dataDir'>): MasterKey => {
  if (masterKey) return new MasterKey(Buffer.from(masterKey, 'base64'));
  if (mode === 'production') throw new ConfigProblem('MASTER_KEY is required in production');
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'master.key');
  const found = read(file) ?? make(file);
  return new MasterKey(Buffer.from(found.trim(), 'base64'));
};

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Linked into place whole: of several processes that start at once one wins, and none reads half a key. */
const make = (file: string): string => {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
};
