import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessGuard } from '#kernel/access';
import { Clock } from '#kernel/core';
import type { Config, Logger } from '#kernel/platform';
import { MasterKey } from '#kernel/privacy';
import { OperatedQueues } from '#kernel/readers';
import { operationsPages } from './operations.plugin.js';
import { OperationsDoor } from './operations-door.js';

/** Puts the pages of operations beside the application's routes, behind the same guard. */
export const serveOperations = async (
  app: NestFastifyApplication,
  { mode }: Pick<Config, 'mode'>,
  log: Logger,
): Promise<void> => {
  const door = new OperationsDoor(app.get(AccessGuard), app.get(Clock), mode === 'production');
  const secret = app.get(MasterKey).keyFor('operations session v1');
  const queues: OperatedQueues = app.get(OperatedQueues);
  const hint = mode !== 'production';
  await app.register(operationsPages, { door, queues, log, secret, hint });
};
