import { Clock, type Instant } from '#kernel/core';

/** The machine's own time. */
export class SystemClock extends Clock {
  readonly kind = 'system';

  now(): Instant {
    return new Date().toISOString();
  }
}
