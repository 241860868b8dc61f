import type { LoggerService as NestLogger } from '@nestjs/common';
import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Keys whose values never reach a log line, wherever they stand. */
const REDACTED = [
  'authorization',
  'password',
  'databaseUrl',
  'redisUrl',
  'masterKey',
  'data',
  'body',
  'narrative',
  'name',
];

/** A JSON logger. Log ids, positions and codes; never a person's words: known carriers are redacted as well. */
export const logger = (level: string, process: string): Logger =>
  pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
  });

/** Nest's own messages through the same logger. */
export const nestLogger = (log: Logger): NestLogger => ({
  log: (message, context) => log.debug({ context }, String(message)),
  warn: (message, context) => log.warn({ context }, String(message)),
  error: (message, _stack, context) => log.error({ context }, String(message)),
  debug: (message, context) => log.trace({ context }, String(message)),
  verbose: (message, context) => log.trace({ context }, String(message)),
  fatal: (message, context) => log.fatal({ context }, String(message)),
});
