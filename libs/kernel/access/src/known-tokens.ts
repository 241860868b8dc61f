import { createHash } from 'node:crypto';
import type { Identity } from './identity.js';

/** Milliseconds. A key that an issuer withdraws serves on for so long at most, for tokens that were seen before. */
const FRESH_FOR = 60_000;
const AT_MOST = 10_000;

/**
 * Tokens that were found good a short while ago, by their hash: the same signature is not computed anew for every
 * request. A token that was refused is not remembered, nor is one beyond its own end.
 */
export class KnownTokens {
  private readonly kept = new Map<string, { readonly until: number; readonly identity: Identity }>();

  constructor(
    /** Milliseconds that never run back. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  find(token: string): Identity | undefined {
    const found = this.kept.get(hashOf(token));
    return found && this.elapsed() < found.until ? found.identity : undefined;
  }

  /** `lives`: how many milliseconds the token is still good for. */
  keep(token: string, identity: Identity, lives: number): void {
    if (lives <= 0) return;
    const key = hashOf(token);
    const [oldest] = this.kept.keys();
    if (this.kept.size >= AT_MOST && oldest !== undefined) this.kept.delete(oldest);
    this.kept.delete(key);
    this.kept.set(key, { until: this.elapsed() + Math.min(lives, FRESH_FOR), identity });
  }
}

/** A token is never kept as it is: a dump of this process's memory should not let anybody in. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64');
