import { fork } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Recorded } from '#kernel/core';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { aStream } from './append.examples.js';
import { Log } from './log.js';
import { Placements } from './placements.js';
import { Chance } from './testing/chance.js';
import type { Orders, Told } from './testing/writing-process.js';
import { verifyLedger } from './verify-ledger.js';

const seed = Number(process.env.FUZZ_SEED ?? randomInt(1_000_000));
const seconds = Number(process.env.FUZZ_SECONDS ?? 4);
/** Writers of each of three processes. */
const WRITERS = [6, 5, 5];

/** What a command that was stored has heard at least once; one that was refused every time is nowhere. */
const MAY_BE_STORED = new Set(['appended', 'repeated']);

const org = randomUUID();
let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await new Placements(db.api).place(org);
});
afterAll(() => db.close());

const runProcess = (orders: Orders): Promise<Told[]> =>
  new Promise((resolve, reject) => {
    const child = fork(join(__dirname, 'testing/writing-process.ts'), {
      execArgv: ['--import', join(__dirname, '../../../../test/support/from-source.mjs')],
    });
    child.once('message', (told) => resolve(told as Told[]));
    child.once('exit', (code) => reject(new Error(`A writing process left with ${code}`)));
    child.send(orders);
  });

/** Reads along as a reader does; every page must go on exactly where the one before ended. */
const readAlong = async (log: Log, done: Promise<unknown>): Promise<Recorded[]> => {
  const read: Recorded[] = [];
  let [finished, at] = [false, 0];
  void done.finally(() => {
    finished = true;
  });
  for (;;) {
    const last = finished;
    const { events, upTo } = await db.worker.across((tx) => log.page(tx, 1, at, 200));
    expect(events.map(({ position }) => position)).toEqual(
      Array.from({ length: upTo - at }, (_, index) => at + index + 1),
    );
    read.push(...events);
    if (upTo === at) {
      if (last) return read;
      await pause(2);
    }
    at = upTo;
  }
};

/** Ends a connection of the writers now and then, wherever it is: idle, waiting for the head, in the middle of a batch. */
const killBackends = async (chance: Chance, done: Promise<unknown>): Promise<number> => {
  const executioner = new pg.Client({ connectionString: db.url });
  await executioner.connect();
  let [finished, killed] = [false, 0];
  void done.finally(() => {
    finished = true;
  });
  while (!finished) {
    await pause(50 + chance.below(200));
    const { rows } = await executioner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'forthright-api' and query like '%append%' order by random() limit 1`,
    );
    killed += rows.length;
  }
  await executioner.end();
  return killed;
};

const grouped = <T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
};
const upwards = (values: readonly number[]) =>
  values.every((value, index) => index === 0 || value === (values[index - 1] as number) + 1);

it(`loses, doubles and reorders nothing while backends are killed (FUZZ_SEED=${seed})`, async () => {
  const streams = Array.from({ length: 12 }, aStream);
  const claims = Array.from({ length: 20 }, (_, index) => ({ scope: 'number', key: String(index) }));
  const orders = { url: db.url, org, streams, claims, seconds };
  const writing = Promise.all(
    WRITERS.map((writers, index) => runProcess({ ...orders, writers, seed: seed + 100 * index })),
  );
  const [told, read, killed] = await Promise.all([
    writing.then((all) => all.flat()),
    readAlong(new Log(db.worker), writing),
    killBackends(new Chance(seed), writing),
  ]);

  expect(killed).toBeGreaterThan(seconds);
  expect(told.filter(({ outcome }) => outcome === 'unknown')).toEqual([]); // each was sent again until it was answered
  expect(await verifyLedger(db.worker, 1)).toEqual({ ok: true, positions: read.length, told: false });

  for (const [, events] of grouped(read, ({ stream }) => stream))
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index + 1));

  const stored = grouped(read, ({ commandId }) => commandId);
  const asked = grouped(told, ({ commandId }) => commandId);
  for (const [commandId, events] of stored) {
    const answers = asked.get(commandId) ?? [];
    expect(answers.some(({ outcome }) => MAY_BE_STORED.has(outcome))).toBe(true);
    expect(events.map(({ eventId }) => eventId)).toEqual(answers[0]?.events);
    expect(upwards(events.map(({ position }) => position))).toBe(true);
  }
  const receipts = told.filter(({ position }) => position !== undefined);
  expect(receipts.length).toBeGreaterThan(100);
  for (const { commandId, stream, revision, position } of receipts)
    expect(stored.get(commandId)?.at(-1)).toMatchObject({ stream, revision, position });

  const claimed = [
    ...grouped(
      receipts.filter((one) => one.claims.length > 0),
      (one) => JSON.stringify(one.claims),
    ).values(),
  ];
  for (const holders of claimed) expect(new Set(holders.map(({ commandId }) => commandId)).size).toBe(1);
});
