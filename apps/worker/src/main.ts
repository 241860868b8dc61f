import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { connectedConfig, leaveWithParent, logger, nestLogger } from '#kernel/platform';
import { WorkerModule } from './worker.module.js';

const config = connectedConfig(process.env);
const log = logger(config.logLevel, 'worker');
const app = await NestFactory.createApplicationContext(WorkerModule.of(config, log), {
  logger: nestLogger(log),
  abortOnError: false,
});
app.enableShutdownHooks([], { useProcessExit: true });
leaveWithParent();
log.info('the worker reads');
process.send?.('ready');
