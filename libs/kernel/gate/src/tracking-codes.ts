import { createHmac } from 'node:crypto';
import type { Envelope } from '#kernel/ledger';
import type { Tx } from '#kernel/platform';
import type { Lookups, MasterKey } from '#kernel/privacy';
import { codeOfBytes, readCode, shownCode } from './tracking-code.js';

const SCOPE = 'tracking-code';

/** A code that was given to somebody, and what is kept of it. */
export interface IssuedCode {
  /** In groups of four, to be shown once to the person who wrote. Never stored, never logged. */
  readonly shown: string;
  /** HMAC-SHA-256 under the organization's index key, in hexadecimal: for the event (a `coded()` field). */
  readonly hash: string;
  /** For the envelope of the command that writes the stream which the code shall find. */
  readonly lookups: NonNullable<Envelope['lookups']>;
}

/**
 * Codes by which somebody follows up what they sent without an account (domain.md 8.5: `trackingCodeHash`). Stored are
 * only keyed hashes: in the stream's event, and in the blind index that goes with the stream's key when it is forgotten.
 */
export class TrackingCodes {
  private readonly secret: Buffer;

  constructor(
    master: MasterKey,
    private readonly lookups: Lookups,
  ) {
    this.secret = master.keyFor('tracking codes v1');
  }

  /**
   * The code of a command. It follows from the command's id, by a key that only the installation has: whoever sends the
   * same form twice is shown the same code twice, though nobody kept it.
   */
  issue({ org, commandId }: Pick<Envelope, 'org' | 'commandId'>): IssuedCode {
    const code = codeOfBytes(createHmac('sha256', this.secret).update(`${org}|${commandId}`).digest());
    const hash = this.lookups.hash(org, SCOPE, code).toString('hex');
    return { shown: shownCode(code), hash, lookups: [{ scope: SCOPE, value: code }] };
  }

  /** The keyed hash of a code as somebody typed it: the one that its event holds. */
  hashOf(org: string, typed: string): string {
    return this.lookups.hash(org, SCOPE, readCode(typed)).toString('hex');
  }

  /**
   * The stream that a code was given for, of one category (`concern`, `safety-event`). Nothing for a code that is
   * mistyped, unknown, another organization's, of another category, or of somebody who was forgotten: all of them are
   * looked up in the same way, and nobody can tell which it was.
   */
  async find(tx: Tx, org: string, category: string, typed: string): Promise<string | undefined> {
    const streams = await this.lookups.findSubjects(tx, org, SCOPE, readCode(typed));
    const found = streams.filter((stream) => stream.slice(0, -37) === category);
    return found.length === 1 ? found[0] : undefined;
  }
}
