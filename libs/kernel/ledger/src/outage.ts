/**
 * SQLSTATE classes and codes after which the same statement may do better: connection trouble, shutting down, too busy,
 * a lock that took too long, a lost race.
 */
const SQLSTATES = /^(08...|57P0.|53...|55P03|40001|40P01)$/;
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'EAI_AGAIN', 'EHOSTUNREACH']);

/** What pg's client and pool say without a code. */
const UNCODED =
  /^(timeout exceeded when trying to connect|Connection terminated|Client (was closed|has encountered a connection error)|Query read timeout)/;

/**
 * Whether an error says nothing about the statement itself. What was sent may have happened or not: only something
 * that is safe to send twice may be sent again.
 */
export const isOutage = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? SQLSTATES.test(code) || SOCKET.has(code) : UNCODED.test(error.message);
};
