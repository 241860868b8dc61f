import type { Tx } from '#kernel/platform';
import type { KeyRing } from './key-ring.js';
import { unseal } from './seal.js';
import { partsOf, type SealedRef } from './sealed-ref.js';

/** A sealed value and the stream it belongs to. */
export interface SealedAt {
  readonly stream: string;
  readonly ref: SealedRef;
}

/** What a seal gives: its value, or that it is gone for good. */
export type Opened<T = string> = { readonly clear: T } | { readonly erased: true };

/**
 * Opens sealed values for a query that may show them, inside the caller's transaction (where the read is audited).
 * A missing key reads as erased; a seal that does not hold throws {@link SealBroken}. The two are never confused.
 */
export class Opener {
  constructor(private readonly keys: KeyRing) {}

  /** Opens one value. */
  async open<T = string>(tx: Tx, org: string, stream: string, ref: SealedRef): Promise<Opened<T>> {
    const [opened] = await this.openAll<T>(tx, org, [{ stream, ref }]);
    return opened as Opened<T>;
  }

  /** Opens many values with one look at the keys; the answers stand in the order of the questions. */
  async openAll<T = string>(tx: Tx, org: string, sealed: readonly SealedAt[]): Promise<Opened<T>[]> {
    if (sealed.length === 0) return [];
    const subjects = sealed.map(({ stream }) => stream);
    const keys = await this.keys.forOpening(tx, org, subjects);
    return sealed.map(({ stream, ref }) => {
      const key = keys.get(stream);
      if (!key) return { erased: true };
      const { eventId, field, token } = partsOf(ref);
      return { clear: unseal(key, { org, stream, eventId, field }, token) as T };
    });
  }
}
