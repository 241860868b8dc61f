import { Clock, type Instant } from '#kernel/core';

/** A clock that says what it was told: for seeds and tests. The ledger records that it was used. */
export class ToldClock extends Clock {
  readonly kind = 'told';

  constructor(private at: Instant) {
    super();
  }

  now(): Instant {
    return this.at;
  }

  /** Moves the clock to an instant; backwards is allowed, the ledger keeps its own order. */
  set(at: Instant): void {
    this.at = at;
  }
}
