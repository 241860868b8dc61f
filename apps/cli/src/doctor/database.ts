import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsOf } from '#kernel/assembly';
import { lacking, stepOf } from '#kernel/backup';
import { type Config, checkPostgres, type Database, UnsafeStore } from '#kernel/platform';
import { loadMasterKey } from '#kernel/privacy';
import { contexts } from '../contexts.js';
import * as statements from './doctor.sql.js';
import { type Finding, fail, ok, warn } from './finding.js';

/** Seconds between two clocks that nobody notices, and from which on commands are refused as of the future. */
const APART = 1;
const TOO_FAR_APART = 300;

interface ServerRow {
  readonly version: string;
  readonly now: Date;
  readonly size: string;
  readonly superuser: boolean;
}

/** The server itself: its version, its clock beside ours, and whose login we use. `here` is our time, in milliseconds. */
export const checkServer = async (
  owner: Database,
  config: Pick<Config, 'mode'>,
  here: () => number,
): Promise<Finding[]> => {
  const before = here();
  const [row] = await owner.call<ServerRow>({ text: statements.server });
  if (!row) return [];
  const login =
    row.superuser && config.mode === 'production'
      ? warn(
          'login',
          'DATABASE_URL signs in as a superuser',
          'Give api and worker logins that are members of their own role only.',
        )
      : ok('login', 'the login is no more than it should be here');
  return [ok('postgresql', `PostgreSQL ${row.version}, ${row.size}`), clocks(row.now.getTime(), before, here()), login];
};

/** Between the question and its answer lies the moment at which the server looked at its clock. */
export const clocks = (there: number, before: number, after: number): Finding => {
  const apart = Math.max(0, before - there, there - after) / 1000;
  const says = `this machine and the database are ${apart.toFixed(1)} s apart`;
  const todo = 'Set both clocks by NTP: times of events come from one, those of tokens and deadlines from the other.';
  if (apart >= TOO_FAR_APART) return fail('clock', says, todo);
  return apart >= APART ? warn('clock', says, todo) : ok('clock', says);
};

/** Whether a crash of the server may lose what was acknowledged. */
export const checkDurability = async (owner: Database): Promise<Finding> => {
  try {
    await checkPostgres(owner);
    return ok('durability', 'what is acknowledged is on the disk');
  } catch (error) {
    if (error instanceof UnsafeStore)
      return fail('durability', error.message, 'Set it to on: api and worker refuse to start.');
    throw error;
  }
};

/** Whether the schema is ours, whole and not from the future. */
export const checkSchema = async (owner: Database): Promise<Finding> => {
  const applied = (await owner.call<{ name: string }>({ text: statements.steps })).map(({ name }) => stepOf(name));
  const known = migrationsOf(contexts).map(({ name }) => name);
  const missing = lacking(applied, known);
  const strange = lacking(known, applied);
  if (missing.length > 0) return fail('schema', `lacks ${missing.join(', ')}`, 'Run `forthright migrate`.');
  if (strange.length > 0)
    return fail(
      'schema',
      `has ${strange.join(', ')} of a newer version`,
      'Use the version that migrated it, or a later one.',
    );
  return ok('schema', `${applied.length} steps, none missing`);
};

/** Whether rows of organizations are kept apart, and what happened stays as it was written. */
export const checkRights = async (owner: Database): Promise<Finding> => {
  const names = async (text: string) => (await owner.call<{ name: string }>({ text })).map(({ name }) => name);
  const wrong = [
    ['too strong', await names(statements.strongRoles)],
    ['open to every organization', await names(statements.openTables)],
    ['to be changed', await names(statements.changeable)],
  ] as const;
  const found = wrong.filter(([, what]) => what.length > 0).map(([how, what]) => `${what.join(', ')}: ${how}`);
  return found.length === 0
    ? ok('rights', 'organizations are kept apart, and the ledger is append-only for everybody')
    : fail(
        'rights',
        found.join('; '),
        'Somebody changed roles, policies or triggers by hand: find out who, and restore them.',
      );
};

/** Whether our master key is the one under which this database's keys are wrapped. Makes none. */
export const checkMasterKey = async (owner: Database, config: Config): Promise<Finding> => {
  const known = (await owner.call<{ id: string }>({ text: statements.masterKeys })).map(({ id }) => id);
  if (known.length === 0) return ok('master key', 'nothing is sealed here yet');
  const todo = 'Set MASTER_KEY to the key this database was made with. Without it every sealed word stays sealed.';
  if (!config.masterKey && !existsSync(join(config.dataDir, 'master.key')))
    return fail('master key', `there is no MASTER_KEY, and no master.key in ${config.dataDir}`, todo);
  return known.includes(loadMasterKey(config).id.toString('hex'))
    ? ok('master key', 'opens the keys of this database')
    : fail('master key', 'is not the one that this database was made with', todo);
};

/** Whether these are somebody's own events, or a copy brought back from a backup. */
export const checkPast = async (owner: Database): Promise<Finding> => {
  const [last] = await owner.call<{ restored_at: Date; taken_at: Date }>({ text: statements.lastRestore });
  return ok(
    'past',
    last
      ? `restored ${last.restored_at.toISOString()} from a backup of ${last.taken_at.toISOString()}`
      : 'was never restored from a backup',
  );
};
