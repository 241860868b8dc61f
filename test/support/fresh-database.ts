import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Database } from '#kernel/platform';
import type { TestServices } from './test-services.js';

/** A migrated, empty database and a corner of Redis that nobody else uses. */
export interface FreshDatabase {
  readonly url: string;
  readonly redisUrl: string;
  readonly redisPrefix: string;
  /** The database as each of our roles. */
  readonly api: Database;
  readonly worker: Database;
  readonly owner: Database;
  close(): Promise<void>;
}

type Entities = NonNullable<Parameters<typeof Database.open>[0]['entities']>;

const testServices = (): TestServices => {
  const told = process.env.FORTHRIGHT_TEST_SERVICES;
  if (!told) throw new Error('This spec needs servers: name it *.http.spec.ts, *.int.spec.ts or *.e2e.spec.ts');
  return JSON.parse(told) as TestServices;
};

const maintain = async (databaseUrl: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** Makes a database without any schema, and tells its address. */
export const blankDatabase = async (): Promise<{ readonly url: string; close(): Promise<void> }> => {
  const { databaseUrl } = testServices();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await maintain(databaseUrl, `create database ${name}`);
  const close = () => maintain(databaseUrl, `drop database if exists ${name} with (force)`);
  return { url: Object.assign(new URL(databaseUrl), { pathname: name }).href, close };
};

/**
 * Makes a database of the test's own, on the run's servers unless others are named. Close it when the spec is done; the
 * run's end removes it in any case.
 */
export const freshDatabase = async ({
  entities,
  services = testServices(),
}: {
  entities?: Entities;
  services?: TestServices;
} = {}): Promise<FreshDatabase> => {
  const { databaseUrl, templateName, redisUrl } = services;
  const key = randomUUID().replaceAll('-', '');
  const name = `test_${key}`;
  await maintain(databaseUrl, `create database ${name} template ${templateName}`);
  const url = Object.assign(new URL(databaseUrl), { pathname: name }).href;
  const open = (role: 'api' | 'worker' | 'owner') => Database.open({ url, role, ...(entities && { entities }) });
  const [api, worker, owner] = await Promise.all([open('api'), open('worker'), open('owner')]);
  const close = async () => {
    await Promise.all([api.close(), worker.close(), owner.close()]);
    await maintain(databaseUrl, `drop database if exists ${name} with (force)`);
  };
  return { url, redisUrl, redisPrefix: `test-${key.slice(0, 16)}`, api, worker, owner, close };
};

/** Makes an empty database, as somebody gives it to us: no schema, no roles asked for. */
export const emptyDatabase = async (): Promise<{ url: string; close(): Promise<void> }> => {
  const { databaseUrl } = testServices();
  const name = `given_${randomUUID().replaceAll('-', '')}`;
  await maintain(databaseUrl, `create database ${name}`);
  const url = Object.assign(new URL(databaseUrl), { pathname: name }).href;
  return { url, close: () => maintain(databaseUrl, `drop database if exists ${name} with (force)`) };
};
