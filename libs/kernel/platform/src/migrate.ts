import pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { ConfigProblem } from './environment.js';
import type { Migration } from './migration.js';
import { poolingOf } from './role-settings.js';
import { roles } from './tenant.sql.js';

const DIRECT =
  'Migrations keep a session to themselves, which a pooler does not give: say DATABASE_DIRECT_URL, the database without it';

/** Any number: the session lock that lets one process migrate while others wait. */
const MIGRATING = 4_017_233;

/**
 * Brings a database to the newest schema: creates the three roles, then runs what has not run yet, in order, as
 * `forthright_owner`. Safe to call from several processes at once. Needs a direct connection (no transaction pooling).
 */
export const migrate = async ({
  url,
  migrations,
}: {
  url: string;
  migrations: readonly Migration[];
}): Promise<void> => {
  if (poolingOf(url) === 'transaction') throw new ConfigProblem(DIRECT);
  const gate = new pg.Client({ connectionString: url, lock_timeout: 60_000 });
  await gate.connect();
  try {
    await gate.query('select pg_advisory_lock($1)', [MIGRATING]);
    await gate.query(roles);
    await run(url, migrations);
  } finally {
    await gate.end();
  }
};

const run = async (url: string, migrations: readonly Migration[]): Promise<void> => {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: 'platform',
    migrationsTableName: 'migrations',
    migrations: [...migrations].sort((a, b) => a.name.localeCompare(b.name)).map(migrationClass),
    installExtensions: false,
    extra: { options: '-c role=forthright_owner -c lock_timeout=5s', max: 1 },
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
};

const migrationClass = ({ name, sql }: Migration) =>
  class implements MigrationInterface {
    /** TypeORM orders by the 13 digits that end a migration's name. */
    readonly name = `${name}-${1_700_000_000_000 + Number(name.slice(0, 4))}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }

    async down(): Promise<void> {
      throw new Error('The schema only moves forward');
    }
  };
