import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createFastifyAdapter, edge, openApiDocument, serveOpenApi } from '#kernel/http';
import { type ConnectedConfig, checkPostgres, Database, type Logger, nestLogger } from '#kernel/platform';
import { ApiModule } from './api.module.js';
import { serveOperations } from './operations/serve-operations.js';
import { VERSION } from './version.js';

/** The api with its edge around it, not yet listening. Refuses stores that may forget what they acknowledged. */
export const createApi = async (config: ConnectedConfig, log: Logger): Promise<NestFastifyApplication> => {
  const adapter = createFastifyAdapter(log, config.trustedProxies);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(config), adapter, {
    logger: nestLogger(log),
    abortOnError: false,
  });
  await checkPostgres(app.get(Database));
  edge(app, log);
  await serveOperations(app, config, log);
  serveOpenApi(app, openApiDocument(app, VERSION));
  return app;
};
