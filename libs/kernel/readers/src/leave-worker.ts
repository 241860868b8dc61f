import { setTimeout as pause } from 'node:timers/promises';
import type { Worker } from 'bullmq';
import type { Redis } from 'ioredis';

/** How long a leaving process waits for Redis to hear that its last jobs are done. */
const LEAVE_MS = 2000;

/** Gracefully where Redis answers, so that no job of ours stays taken and keeps others away until its lock ends. */
export const leaveWorker = async (worker: Worker, connection: Redis): Promise<void> => {
  await atMost(LEAVE_MS, worker.close(connection.status !== 'ready'));
  await atMost(LEAVE_MS, worker.getBackend().close(true)); // where Redis fell silent meanwhile
};

/** Waits for work to settle, either way, and no longer than this many milliseconds. */
const atMost = async (ms: number, work: Promise<unknown>): Promise<void> => {
  const timer = new AbortController();
  await Promise.race([work, pause(ms, undefined, timer)]).catch(() => undefined);
  timer.abort();
};
