import { NewerEvent } from '#kernel/core';
import { isOutage } from '#kernel/ledger';

/** PostgreSQL gave up on a statement that took too long: for the ledger no outage, for a client worth another try. */
const TOOK_TOO_LONG = '57014';

/**
 * Whether an error, or one that it wraps, means that we cannot serve now and may do so later: a database that does not
 * answer, or a record that a newer version has written while this one is being replaced.
 */
export const isUnavailable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof NewerEvent) return true;
  const { code, driverError, cause } = error as { code?: unknown; driverError?: unknown; cause?: unknown };
  if (code === TOOK_TOO_LONG || isOutage(error)) return true;
  const inner = driverError ?? cause;
  return inner !== undefined && inner !== error && isUnavailable(inner);
};
