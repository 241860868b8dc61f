import type pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { callAmong } from './call-among.js';
import { copyIn, copyOut } from './copy.js';
import {
  type DatabaseRole,
  type Pooling,
  poolingOf,
  sessionOptions,
  settingUntilCommit,
  transactionSettings,
} from './role-settings.js';

/** One open transaction. Use it for one thing after the other, and never after its work has returned. */
export interface Tx {
  query<R = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** What a `copy … to stdout` gives, to be read to its end before anything else is asked. */
  copyOut(text: string): AsyncIterable<Buffer>;
  /** Feeds a `copy … from stdin`. */
  copyIn(text: string, source: AsyncIterable<Buffer>): Promise<void>;
  /** TypeORM's manager on the same connection, for the queries of views. */
  readonly manager: EntityManager;
}

type EntityClass = new () => object;

/**
 * Milliseconds after which a server that says nothing at all is given up, with the connection: a wire may be dead without
 * anybody being told. Longer than the server itself would let the statement run, so that its own word comes first.
 */
const SILENT_AFTER: Record<DatabaseRole, number | undefined> = { api: 6000, worker: 65_000, owner: undefined };
const SILENT = 'Query read timeout'; // as pg says it

/**
 * PostgreSQL as one of our roles. The only way to a transaction, so that every one has its organization told, its
 * commit checked, and its connection given back clean or not at all.
 */
export class Database {
  private constructor(
    readonly source: DataSource,
    readonly role: DatabaseRole,
    private readonly pooling: Pooling,
  ) {}

  /**
   * Opens a pool that has stepped into `role`; behind a pooler every transaction steps into it by itself. Fails when the
   * server cannot be reached within 3 seconds.
   */
  static async open(options: {
    url: string;
    role: DatabaseRole;
    max?: number;
    entities?: readonly EntityClass[];
  }): Promise<Database> {
    const pooling = poolingOf(options.url);
    const source = new DataSource({
      type: 'postgres',
      url: options.url,
      entities: [...(options.entities ?? [])],
      installExtensions: false,
      applicationName: `forthright-${options.role}`,
      extra: {
        max: options.max ?? 10,
        connectionTimeoutMillis: 3000,
        query_timeout: SILENT_AFTER[options.role],
        ...(pooling === 'session' && { options: sessionOptions(options.role) }),
      },
    });
    await source.initialize();
    const database = new Database(source, options.role, pooling);
    database.pool.on('error', () => undefined); // an idle connection died: the pool makes another
    return database;
  }

  private get pool(): pg.Pool {
    return (this.source.driver as unknown as { master: pg.Pool }).master;
  }

  /** One transaction of one organization. */
  async inOrg<T>(org: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transact(org, work);
  }

  /** One transaction over all organizations, for readers, verification and operators: never for the api's role. */
  async across<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.role === 'api') throw new Error('The api sees one organization at a time');
    return this.transact(undefined, work);
  }

  /** One statement that commits by itself: how the ledger appends. */
  async call<R>(statement: pg.QueryConfig | pg.QueryArrayConfig): Promise<R[]> {
    const settings = transactionSettings(this.pooling, this.role);
    const { rows } =
      settings.length === 0
        ? await this.pool.query(statement as pg.QueryConfig)
        : await callAmong(this.pool, settingUntilCommit(settings), statement as pg.QueryConfig);
    return rows as R[];
  }

  /**
   * Several reads of one organization in one round trip and one implicit transaction. The texts hold their values as
   * {@link literal}s; the answer has the rows of each.
   */
  async glance(org: string, statements: readonly string[]): Promise<Record<string, unknown>[][]> {
    const settings = settingUntilCommit(transactionSettings(this.pooling, this.role, org));
    const results = (await this.pool.query([settings, ...statements].join(';\n'))) as unknown as pg.QueryResult[];
    return results.slice(1).map((result) => result.rows);
  }

  /** How many connections are open, how many of them nobody uses, and how many wait for one. */
  get connections(): { readonly open: number; readonly idle: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { open: totalCount, idle: idleCount, waiting: waitingCount };
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }

  private async transact<T>(org: string | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as pg.PoolClient;
    let broken: Error | undefined;
    const onError = (error: Error) => {
      broken = error;
    };
    client.on('error', onError);
    try {
      const settings = transactionSettings(this.pooling, this.role, org);
      await client.query(settings.length === 0 ? 'begin' : `begin; ${settingUntilCommit(settings)}`);
      const result = await work(transaction(client, runner, this.source));
      const { command } = await client.query('commit');
      if (command !== 'COMMIT') throw new Error('The transaction was rolled back: one of its statements had failed');
      return result;
    } catch (error) {
      if ((error as Error).message === SILENT) broken = error as Error;
      else
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
      throw error;
    } finally {
      client.off('error', onError);
      await release(runner, client, broken);
    }
  }
}

/** What may be asked of PostgreSQL outside of a transaction of one's own. */
export type Statements = Pick<Database, 'call' | 'glance' | 'across'>;

/** The same questions, asked within one open transaction: for work that is all or nothing together with what surrounds it. */
export const within = (tx: Tx): Statements => ({
  call: <R>({ text, values }: pg.QueryConfig | pg.QueryArrayConfig) => tx.query<R>(text, values ?? []),
  glance: async (_org, statements) => {
    const answers: Record<string, unknown>[][] = [];
    for (const statement of statements) answers.push(await tx.query(statement));
    return answers;
  },
  across: (work) => work(tx),
});

const transaction = (client: pg.PoolClient, runner: QueryRunner, source: DataSource): Tx => ({
  query: async <R>(text: string, values: readonly unknown[] = []) =>
    (await client.query(text, values as unknown[])).rows as R[],
  copyOut: (text) => copyOut(client, text),
  copyIn: (text, source) => copyIn(client, text, source),
  manager: source.createEntityManager(runner),
});

/** A connection in doubt is closed, never lent again. */
const release = async (runner: QueryRunner, client: pg.PoolClient, broken: Error | undefined): Promise<void> => {
  if (broken) (client as unknown as { end(): Promise<void> }).end().catch(() => undefined);
  await runner.release();
};
