import type { Database } from '#kernel/platform';
import type { Checkpoints, Lag, OperatedQueues } from '#kernel/readers';
import { openEffects } from './effects.sql.js';
import type { Metrics, Reading } from './metrics.js';
import type { Source } from './source.js';

/** PostgreSQL's codes for a table, or its schema, that is not there. */
const NO_SUCH_TABLE = ['42P01', '3F000'];

const OF_A_READER = ['reader', 'version', 'ledger'] as const;

/** Where the readers stand, by what the database says: the same from every process. */
export const watchReaders = (metrics: Metrics, checkpoints: Checkpoints): void => {
  const lags = metrics.source('readers', () => checkpoints.lags());
  const gauge = (name: string, help: string, value: (lag: Lag) => number) =>
    metrics.gauge({ name, help, labelNames: OF_A_READER }, () =>
      readings(lags, (lag) => {
        const { reader, version, ledger } = lag;
        return { labels: { reader, version, ledger }, value: value(lag) };
      }),
    );
  gauge(
    'forthright_reader_behind_positions',
    'Positions of the ledger that a reader has not read',
    (lag) => lag.behind,
  );
  gauge('forthright_reader_behind_seconds', 'Age of the oldest event that a reader has not read', (lag) => lag.seconds);
  gauge('forthright_reader_in_trouble', 'Whether a reader could not go on (1)', ({ trouble }) => (trouble ? 1 : 0));
  gauge(
    'forthright_reader_parked_streams',
    'Streams that a reader withholds until they are replayed',
    (lag) => lag.parked,
  );
  metrics.gauge(
    { name: 'forthright_ledger_position', help: 'The last position of a ledger', labelNames: ['ledger'] },
    () => readings(lags, ({ ledger, position, behind }) => ({ labels: { ledger }, value: position + behind })),
  );
};

/** The jobs of every queue, by state. */
export const watchQueues = (metrics: Metrics, queues: OperatedQueues): void => {
  const counts = metrics.source('queues', () => queues.counts());
  metrics.gauge(
    { name: 'forthright_queue_jobs', help: 'Jobs of a queue, by state', labelNames: ['queue', 'state'] },
    () => readings(counts, ({ queue, state, jobs }) => ({ labels: { queue, state }, value: jobs })),
  );
};

/**
 * Outside effects that wait: to be sent, or for a person. Over all organizations, so not for the api's role; nothing
 * where the database keeps no effects.
 */
export const watchEffects = (metrics: Metrics, db: Pick<Database, 'call'>): void => {
  const open = metrics.source('effects', () =>
    db.call<{ state: string; effects: number }>({ text: openEffects }).catch((error: { code?: string }) => {
      if (NO_SUCH_TABLE.includes(String(error.code))) return [];
      throw error;
    }),
  );
  const help = 'Outside effects that are not over, by state';
  metrics.gauge({ name: 'forthright_effects_open', help, labelNames: ['state'] }, () =>
    readings(open, ({ state, effects }) => ({ labels: { state }, value: effects })),
  );
};

/** The connections of this process to PostgreSQL. */
export const watchPool = (metrics: Metrics, db: Pick<Database, 'connections'>): void =>
  metrics.gauge(
    {
      name: 'forthright_database_connections',
      help: 'Connections to PostgreSQL that are in use or idle, and work that waits for one',
      labelNames: ['state'],
    },
    () => {
      const { open, idle, waiting } = db.connections;
      return Object.entries({ used: open - idle, idle, waiting }).map(([state, value]) => ({
        labels: { state },
        value,
      }));
    },
  );

const readings = async <T>(source: Source<readonly T[]>, each: (one: T) => Reading): Promise<Reading[]> =>
  ((await source.read()) ?? []).map(each);
