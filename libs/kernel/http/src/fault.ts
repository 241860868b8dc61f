/** What the log may hold of an error that nobody foresaw. */
export interface Fault {
  readonly error: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly says?: string;
  readonly at: readonly string[];
}

/**
 * An error without the values it may carry. A database's message quotes what was stored or asked for, so of those
 * only the code and the constraint are kept; the places in our code are kept of all.
 */
export const faultOf = (error: unknown): Fault => {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const { code, constraint, query, severity } = error as Error & Record<string, unknown>;
  const fromDatabase = query !== undefined || severity !== undefined;
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(!fromDatabase && { says: error.message }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
  };
};
