import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds. Machines that run tests are slow at times: waiting longer costs nothing where the check holds. */
const FLOOR = 15_000;

/**
 * Repeats a check until it does not throw, and answers what it answered. After `within` milliseconds (15 s at least)
 * it fails as the check failed last.
 */
export const eventually = async <T>(
  check: () => T | Promise<T>,
  { within = FLOOR, every = 25 }: { within?: number; every?: number } = {},
): Promise<T> => {
  const deadline = Date.now() + Math.max(within, FLOOR);
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(every);
    }
  }
};
