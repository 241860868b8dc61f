import { literal } from './sql.js';

export type DatabaseRole = 'owner' | 'api' | 'worker';

/**
 * Whether a connection is one session of PostgreSQL's (`session`), or lent by a pooler such as PgBouncer for one
 * transaction at a time (`transaction`): then nothing may be left on it, and nothing be found there.
 */
export type Pooling = 'session' | 'transaction';

/** What a role lets a statement take, and wait. */
const SETTINGS: Readonly<Record<DatabaseRole, Readonly<Record<string, string>>>> = {
  api: { statement_timeout: '5s', lock_timeout: '4s', idle_in_transaction_session_timeout: '5s' },
  worker: { statement_timeout: '60s', lock_timeout: '10s', idle_in_transaction_session_timeout: '15s' },
  owner: { idle_in_transaction_session_timeout: '60s' },
};

const settingsOf = (role: DatabaseRole): [string, string][] => [
  ['role', `forthright_${role}`],
  ...Object.entries(SETTINGS[role]),
];

/** The role and its settings for a whole session, told when it begins. */
export const sessionOptions = (role: DatabaseRole): string =>
  settingsOf(role)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

/** A statement that sets things until its transaction ends: first the role, so that all others are set as it. */
export const settingUntilCommit = (settings: readonly (readonly [string, string])[]): string =>
  `select ${settings.map(([name, value]) => `set_config(${literal(name)}, ${literal(value)}, true)`).join(', ')}`;

/** What a transaction begins with: its role and that role's settings where the session has none, and its organization. */
export const transactionSettings = (
  pooling: Pooling,
  role: DatabaseRole,
  org?: string,
): readonly (readonly [string, string])[] => [
  ...(pooling === 'transaction' ? settingsOf(role) : []),
  ...(org === undefined ? [] : [['app.org', org] as const]),
];

const POOLING = 'pooling';

/** The pooling of a database's address. The address says it, so that everybody who opens the database knows. */
export const poolingOf = (url: string): Pooling =>
  new URL(url).searchParams.get(POOLING) === 'transaction' ? 'transaction' : 'session';

/** The same address, said to be that of a pooler. */
export const pooled = (url: string): string => {
  const address = new URL(url);
  address.searchParams.set(POOLING, 'transaction');
  return address.href;
};
