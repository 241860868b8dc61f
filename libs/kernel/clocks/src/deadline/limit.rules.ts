import type { Within } from './clocked-streams.rules.js';
import type { Deadline } from './deadline.rules.js';

/** How long a deadline runs. */
export type Limit = Pick<Deadline, 'clock' | 'amount' | 'until'>;

/** By a limit of its own, or else by its definition; nothing where that has none either. */
export const limitOf = (
  { clock, amount }: Partial<Pick<Limit, 'amount'>> & Pick<Limit, 'clock'>,
  within: Within | undefined,
): Limit | undefined => {
  if (!within) return amount === undefined ? undefined : { clock, amount };
  return 'until' in within ? { clock, amount: 0, until: within.until } : { clock: within.clock, amount: within.amount };
};

/** Whether two limits say the same. */
export const isSame = (limit: Limit, { clock, amount, until }: Limit): boolean =>
  limit.clock === clock && limit.amount === amount && limit.until === until;
