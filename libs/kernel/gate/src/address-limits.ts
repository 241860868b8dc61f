import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type AddressLimit, DOINGS, type Doing, type GateLimits } from './gate-limits.js';

const MINUTE = 60;

/** Counts what each address does, in this process and for ten minutes at most. Needs no store, so none can be absent. */
export class AddressLimits {
  private readonly limiters: Readonly<Record<Doing, readonly RateLimiterMemory[]>>;

  constructor({ byAddress }: Pick<GateLimits, 'byAddress'>) {
    const entries = DOINGS.map((doing) => [doing, limitersOf(byAddress[doing])] as const);
    this.limiters = Object.fromEntries(entries) as Record<Doing, readonly RateLimiterMemory[]>;
  }

  /** Counts one doing of a marked address. Gives the seconds to wait where it is one too many. */
  async take(doing: Doing, mark: string): Promise<number | undefined> {
    for (const limiter of this.limiters[doing]) {
      try {
        await limiter.consume(mark);
      } catch (full) {
        if (!(full instanceof RateLimiterRes)) throw full;
        return Math.max(1, Math.ceil(full.msBeforeNext / 1000));
      }
    }
    return undefined;
  }
}

const limitersOf = ({ perMinute, perTenMinutes }: AddressLimit): readonly RateLimiterMemory[] => [
  new RateLimiterMemory({ points: perMinute, duration: MINUTE }),
  new RateLimiterMemory({ points: perTenMinutes, duration: 10 * MINUTE }),
];
