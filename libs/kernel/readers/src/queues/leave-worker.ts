import { setTimeout as pause } from 'node:timers/promises';

/** What leaving takes of a worker, whatever its store. */
interface Leaving {
  close(force: boolean): Promise<void>;
  getBackend(): { close(force: boolean): Promise<unknown> };
}

/** How long a leaving process waits for the store of its queues to hear that its last jobs are done. */
const LEAVE_MS = 2000;

/** Gracefully where the store `answers`, so that no job of ours stays taken and keeps others away until its lock ends. */
export const leaveWorker = async (worker: Leaving, answers: boolean): Promise<void> => {
  await atMost(LEAVE_MS, worker.close(!answers));
  await atMost(LEAVE_MS, worker.getBackend().close(true)); // where it fell silent meanwhile
};

/** Waits for work to settle, either way, and no longer than this many milliseconds. */
const atMost = async (ms: number, work: Promise<unknown>): Promise<void> => {
  const timer = new AbortController();
  await Promise.race([work, pause(ms, undefined, timer)]).catch(() => undefined);
  timer.abort();
};
