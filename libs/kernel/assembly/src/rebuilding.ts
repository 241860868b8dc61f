import { Log } from '#kernel/ledger';
import { type ConnectedConfig, Database } from '#kernel/platform';
import { dropVersion, type Projection, Rebuild, RebuildRefused } from '#kernel/readers';
import { withClocks } from './clocks-context.js';
import type { Context } from './contexts.js';
import { catalogueOf, readersOf, rowsOf } from './kernel-context.js';

const projectionsOf = (contexts: readonly Context[]): readonly Projection[] =>
  withClocks(contexts).flatMap(({ projections }) => projections);

/** One pool as the owner of tables, one as the reader that fills them. */
const withPools = async <T>(
  { databaseUrl: url }: ConnectedConfig,
  contexts: readonly Context[],
  work: (owner: Database, worker: Database) => Promise<T>,
): Promise<T> => {
  const owner = await Database.open({ url, role: 'owner', max: 3 });
  try {
    const worker = await Database.open({ url, role: 'worker', max: 4, entities: rowsOf(contexts) });
    try {
      return await work(owner, worker);
    } finally {
      await worker.close();
    }
  } finally {
    await owner.close();
  }
};

/** Does something with the rebuild of a view. Refused for what is no view: no other reader is ever rebuilt. */
export const rebuilding = <T>(
  config: ConnectedConfig,
  contexts: readonly Context[],
  view: string,
  work: (rebuild: Rebuild) => Promise<T>,
): Promise<T> => {
  const views = projectionsOf(contexts);
  const found = views.find(({ name }) => name === view);
  if (!found)
    throw new RebuildRefused(`There is no view "${view}". There are: ${views.map(({ name }) => name).join(', ')}.`);
  return withPools(config, contexts, (owner, worker) =>
    work(new Rebuild(owner, worker, new Log(worker, catalogueOf(contexts)), found)),
  );
};

/** Forgets a version of a reader that these contexts run no more; answers the tables that are gone. */
export const dropSuperseded = (
  config: ConnectedConfig,
  contexts: readonly Context[],
  { name, version }: { name: string; version: number },
): Promise<string[]> => {
  if (readersOf(contexts).some((one) => one.name === name && one.version === version))
    throw new RebuildRefused(`Version ${version} of ${name} is the one that runs.`);
  return withPools(config, contexts, (owner, worker) => {
    const running = projectionsOf(contexts).find((one) => one.name === name);
    const current = running && worker.source.getMetadata(running.row).tablePath;
    return dropVersion(owner, { name, version, ...(current && { current }) });
  });
};
