import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Contender } from './contender.js';
import { ACTOR, DATA, META, TYPE } from './sample.js';

const VERSION = '0.42.0';
const PEERS = join(dirname(fileURLToPath(import.meta.url)), '../../.data/bench-peers');
const PACKAGE = join(PEERS, 'node_modules/@event-driven-io/emmett-postgresql');

interface EventStore {
  readonly schema: { migrate(): Promise<unknown> };
  appendToStream(
    stream: string,
    events: readonly object[],
    options: { expectedStreamVersion: bigint | string },
  ): Promise<unknown>;
  close(): Promise<void>;
}
interface Emmett {
  getPostgreSQLEventStore(url: string): EventStore;
}

/** Fetches Emmett into an ignored folder of its own: it is somebody to compare with, not a dependency. */
const fetchEmmett = async (): Promise<void> => {
  if (existsSync(PACKAGE)) return;
  mkdirSync(PEERS, { recursive: true });
  writeFileSync(join(PEERS, 'package.json'), '{ "private": true }\n');
  const packages = ['emmett', 'emmett-postgresql'].map((name) => `@event-driven-io/${name}@${VERSION}`);
  await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--no-save', ...packages], {
    cwd: PEERS,
    timeout: 180_000,
  });
};

/** Emmett's event store on the same server, with its own schema, as its documentation shows it. */
export const emmett = async (url: string): Promise<Contender> => {
  await fetchEmmett();
  const { getPostgreSQLEventStore } = (await import(pathToFileURL(join(PACKAGE, 'dist/index.js')).href)) as Emmett;
  const setup = getPostgreSQLEventStore(url);
  await setup.schema.migrate();
  await setup.close();
  return {
    name: `Emmett ${VERSION}`,
    open: async () => {
      const store = getPostgreSQLEventStore(url);
      const append = (stream: string, revision: number, events: number) =>
        store.appendToStream(
          stream,
          Array.from({ length: events }, () => ({ type: TYPE, data: DATA, metadata: { ...META, actor: ACTOR } })),
          { expectedStreamVersion: revision === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision) },
        );
      return { append, close: () => store.close() };
    },
  };
};
