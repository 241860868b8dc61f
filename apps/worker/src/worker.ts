import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { startReadSide } from '#kernel/assembly';
import { type ConnectedConfig, type Logger, nestLogger } from '#kernel/platform';
import { OURS, type Parts, WorkerModule } from './worker.module.js';
import { startChores } from './worker-chores.js';
import { startExecutor } from './worker-effects.js';
import { serveMetrics } from './worker-metrics.js';

/** A worker at work. Its readers move only when every handler listens to what automations may ask for. */
export const startWorker = async (
  config: ConnectedConfig,
  log: Logger,
  parts: Parts = OURS,
): Promise<INestApplicationContext> => {
  const app = await NestFactory.createApplicationContext(WorkerModule.of(config, parts), {
    logger: nestLogger(log),
    abortOnError: false,
  });
  const bus = app.get(CommandBus);
  const readSide = await startReadSide(config, parts.contexts, log, async (command) => bus.execute(command));
  const stopMetrics = await serveMetrics(config, readSide, log);
  const executor = startExecutor(config, app, readSide, log);
  const stopChores = startChores(config, app, readSide, log);
  app.get(WorkerModule).reads(readSide, async () => {
    await stopChores();
    await executor.stop();
    await stopMetrics();
  });
  return app;
};
