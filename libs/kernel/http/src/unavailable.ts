/** PostgreSQL's classes and codes for "not now": connection trouble, shutting down, too busy, too slow, a lost race. */
const SQLSTATES = /^(08...|57P0.|57014|53...|55P03|40001|40P01)$/;
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'EAI_AGAIN', 'EHOSTUNREACH']);

/** What pg's client and pool say without a code. */
const UNCODED = /^(timeout exceeded when trying to connect|Connection terminated|Client was closed|Query read timeout)/;

/** Whether an error means that the database cannot serve now, so that asking again later is worthwhile. */
export const isUnavailable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code, driverError, cause } = error as { code?: unknown; driverError?: unknown; cause?: unknown };
  if (typeof code === 'string' && (SQLSTATES.test(code) || SOCKET.has(code))) return true;
  if (UNCODED.test(error.message)) return true;
  const inner = driverError ?? cause;
  return inner !== undefined && inner !== error && isUnavailable(inner);
};
