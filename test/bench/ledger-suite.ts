import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServices } from '../../libs/kernel/platform/src/embedded/services.js';
import { bareInsert } from './bare-insert.js';
import type { Contender } from './contender.js';
import { emmett } from './emmett-contender.js';
import { forthright } from './forthright-contender.js';
import { load, type Measure, measureOf, median, type Sight } from './load.js';

const WRITERS = [1, 8, 32];
const EVENTS = [1, 10];
const RUNS = 3;
/** The contenders take turns this many times a run, so that what else the machine does meets all of them alike. */
const TURNS = 6;

interface Options {
  readonly seconds: number;
  readonly say: (line: string) => void;
}

interface Row {
  readonly writers: number;
  readonly events: number;
  readonly appendsPerSecond: Readonly<Record<string, Measure>>;
}

/** Appends a second and their latency, ours beside a bare INSERT and Emmett, on a PostgreSQL of the run's own. */
export const run = async ({ seconds, say }: Options): Promise<object> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'forthright-bench-'));
  const services = await startServices({ dataDir, programsDir: '.data' });
  try {
    const contenders = [await forthright(services.databaseUrl), await bareInsert(services.databaseUrl)];
    const peer = await emmett(services.databaseUrl).catch((error: Error) =>
      say(`Emmett is left out: ${error.message.split('\n')[0]}`),
    );
    if (peer) contenders.push(peer);
    say(
      `appends a second, p50/p99 in ms; medians of ${RUNS} interleaved runs of ${seconds} s; ${availableParallelism()} cores`,
    );
    const rows: Row[] = [];
    for (const events of EVENTS)
      for (const writers of WRITERS) {
        const row = { writers, events, appendsPerSecond: await compare(contenders, writers, events, seconds) };
        rows.push(row);
        say(lineOf(row));
      }
    const ratios = ratiosOf(rows);
    for (const [name, ratio] of Object.entries(ratios)) say(`${name} ${ratio}`);
    return { seconds, runs: RUNS, cores: availableParallelism(), rows, ...ratios };
  } finally {
    await services.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const compare = async (
  contenders: readonly Contender[],
  writers: number,
  events: number,
  seconds: number,
): Promise<Record<string, Measure>> => {
  const opened = await Promise.all(
    contenders.map(async ({ name, open }) => ({ name, runs: [] as Measure[], ...(await open(writers)) })),
  );
  for (const { append } of opened) await load(append, writers, events, seconds / 4); // connections, plans, compiled code
  for (let run = 0; run < RUNS; run++) {
    const sights: Sight[][] = opened.map(() => []);
    for (let turn = 0; turn < TURNS; turn++)
      for (const [index, { append }] of opened.entries())
        sights[index]?.push(await load(append, writers, events, seconds / TURNS));
    for (const [index, { runs }] of opened.entries()) runs.push(measureOf(sights[index] ?? []));
  }
  await Promise.all(opened.map(({ close }) => close()));
  return Object.fromEntries(opened.map(({ name, runs }) => [name, median(runs)]));
};

const lineOf = ({ writers, events, appendsPerSecond }: Row): string => {
  const measures = Object.entries(appendsPerSecond).map(
    ([name, { perSecond, p50, p99 }]) =>
      `${name} ${perSecond.toFixed(0).padStart(6)} (${p50.toFixed(2)}/${p99.toFixed(2)})`,
  );
  return `${String(writers).padStart(2)} writers x ${String(events).padStart(2)}: ${measures.join('   ')}`;
};

/** How many times ours is another's, as in `ratioToBareInsertAt32Writers`; of ten events an append, with `X10Events`. */
const ratiosOf = (rows: readonly Row[]): Record<string, number> =>
  Object.fromEntries(
    rows.flatMap(({ writers, events, appendsPerSecond: { forthright: ours, ...others } }) =>
      Object.entries(others).map(([name, { perSecond }]) => {
        const peer = name.startsWith('Emmett') ? 'Emmett' : 'BareInsert';
        const key = `ratioTo${peer}At${writers}Writer${writers === 1 ? '' : 's'}${events === 1 ? '' : `X${events}Events`}`;
        return [key, Math.round(((ours as Measure).perSecond / perSecond) * 100) / 100];
      }),
    ),
  );
