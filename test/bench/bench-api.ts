import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createFastifyAdapter, edge } from '#kernel/http';
import { connectedConfig, leaveWithParent, logger } from '#kernel/platform';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { NoOpController } from './no-op.controller.js';

@Module({})
class BenchModule {}

/** The api as it is, with the no-op route beside its own: both measured in one process. */
const config = connectedConfig(process.env);
const log = logger(config.logLevel, 'bench-api');
const app = await NestFactory.create<NestFastifyApplication>(
  { module: BenchModule, imports: [ApiModule.of(config)], controllers: [NoOpController] },
  createFastifyAdapter(log),
  { logger: false, abortOnError: false },
);
edge(app, log);
app.enableShutdownHooks([], { useProcessExit: true });
leaveWithParent();
await app.listen(config.port, config.host);
process.send?.('ready');
