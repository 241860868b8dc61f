import { isOutage } from '#kernel/ledger';

/**
 * SQLSTATE classes in which a statement may stumble over what an event holds: data, cardinality, keys, limits, raised; and
 * what follows in a transaction where such a thing was swallowed.
 */
const OF_THE_EVENT = /^(21|22|23|54|P0|25P02)/;

/** Errors of programs, in which a fold stumbles over an event that is not as it expects. */
const OF_THE_FOLD: readonly (new (...args: never[]) => Error)[] = [TypeError, RangeError, SyntaxError, URIError];

/**
 * Whether a reader failed at an event, and would again: then the event is poison. Everything else (a database that is
 * away, slow or not migrated yet, a full queue, a newer event) passes by itself or is nobody's event's fault: the reader
 * waits. A plain `Error` counts, since a fold's own `throw` is one; errors with a name of their own say what they are.
 */
export const isPoison = (error: unknown): boolean => {
  if (!(error instanceof Error)) return true;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (driverError instanceof Error) return isPoison(driverError);
  if (typeof code === 'string') return OF_THE_EVENT.test(code);
  if (OF_THE_FOLD.some((kind) => error instanceof kind)) return true;
  return error.name === 'Error' && !isOutage(error);
};

/** What may be told of an error: its name and code. A message may quote what somebody wrote. */
export const troubleOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
};
