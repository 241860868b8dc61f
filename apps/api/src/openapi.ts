import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createFastifyAdapter, openApiDocument } from '#kernel/http';
import { logger } from '#kernel/platform';
import { ApiModule } from './api.module.js';
import { VERSION } from './version.js';

/** Where the document is committed, seen from this file in `dist/`. */
const FILE = new URL('../../../../apps/api/openapi.json', import.meta.url);

/** Describes the api without starting any of it; with `--check`, says whether the committed document still holds. */
const config = {
  mode: 'test',
  host: '127.0.0.1',
  port: 0,
  databaseUrl: '',
  redisUrl: '',
  redisPrefix: '',
  dataDir: '',
  logLevel: 'silent',
} as const;
const app = await NestFactory.create<NestFastifyApplication>(
  ApiModule.of(config),
  createFastifyAdapter(logger('silent', 'openapi')),
  {
    preview: true,
    abortOnError: false,
    logger: false,
  },
);
const text = `${JSON.stringify(openApiDocument(app, VERSION), null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write(
    'apps/api/openapi.json is not what the code says: run `npm run openapi`, and look at the difference\n',
  );
  process.exitCode = 1;
}
