import { countOwnWork, Metrics, watchPool, watchQueues, watchReaders } from '#kernel/observability';
import type { Database } from '#kernel/platform';
import type { Checkpoints, OperatedQueues } from '#kernel/readers';

/** What the api tells of itself, and of the stores: should no worker run any more, somebody still says so. */
export const apiMetrics = (db: Database, checkpoints: Checkpoints, queues: OperatedQueues): Metrics => {
  const metrics = new Metrics('api');
  countOwnWork(metrics);
  watchPool(metrics, db);
  watchReaders(metrics, checkpoints);
  watchQueues(metrics, queues);
  return metrics;
};
