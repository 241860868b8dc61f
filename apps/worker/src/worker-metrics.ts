import type { ReadSide } from '#kernel/assembly';
import {
  countOwnWork,
  Metrics,
  MetricsServer,
  watchEffects,
  watchPool,
  watchQueues,
  watchReaders,
} from '#kernel/observability';
import type { ConnectedConfig, Logger } from '#kernel/platform';
import { Checkpoints, OperatedQueues, openQueues } from '#kernel/readers';

/** Serves what the worker tells of itself and of the stores, where METRICS_PORT says. Answers how to stop. */
export const serveMetrics = async (
  config: ConnectedConfig,
  { db }: ReadSide,
  log: Logger,
): Promise<() => Promise<void>> => {
  const { host, metricsPort: port } = config;
  if (port === undefined) return async () => undefined;
  const metrics = new Metrics('worker');
  const deaf = countOwnWork(metrics);
  const store = openQueues(config);
  const queues = OperatedQueues.over(store, () => store.close());
  watchPool(metrics, db);
  watchReaders(metrics, new Checkpoints(db));
  watchQueues(metrics, queues);
  watchEffects(metrics, db);
  const server = await MetricsServer.open(metrics, { host, port }, log);
  return async () => {
    deaf();
    await server.close();
    await queues.close();
  };
};
