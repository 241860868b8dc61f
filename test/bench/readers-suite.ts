import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Database } from '#kernel/platform';
import { aFall } from '../support/reports.js';
import { copyRate } from './copy.js';
import { httpRate } from './http-rate.js';
import { LagProbe } from './lag-probe.js';
import { fillLedger } from './ledger-fill.js';
import { maudeFile } from './maude-file.js';
import { NO_OP } from './no-op.controller.js';
import { furthestBehind } from './readers-suite.sql.js';
import { rebuildRate } from './rebuild-rate.js';
import { type Stand, stand } from './stand.js';
import { type Sending, steadyLoad } from './steady-load.js';

const RATES = [50, 200, 1000];
const LIST = 'safety-events.list';
const RUNS = 3;
const MILLION = 1_000_000;
const IMPORTED = 4000;
const SMALL = 100_000;

interface Options {
  readonly seconds: number;
  readonly say: (line: string) => void;
}

/** Lags in milliseconds at one rate. */
interface LagRow {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

/** What was measured at one size of the ledger. */
interface Sight {
  readonly events: number;
  readonly lags: readonly LagRow[];
  readonly commandsPerSecond: number;
  readonly noOpPerSecond: number;
  readonly rebuildPerSecond: number;
  readonly apiMegabytes: number;
  readonly workerMegabytes: number;
}

/** From a command over HTTP to the view, at a small ledger and at a million events, on stores of the run's own. */
export const run = async ({ seconds, say }: Options): Promise<object> => {
  const here = await stand();
  try {
    say(`medians of ${RUNS} interleaved runs of ${seconds} s; 32 connections; everything on this one machine`);
    const imported = await importRate(here);
    say(`import of ${IMPORTED} MAUDE rows: ${imported.toFixed(0)} rows/s, one event each`);
    const filled = await fill(here, SMALL);
    say(`filled with ${SMALL} events, two a stream: ${filled.toFixed(0)} events/s`);
    const small = await sightOf(here, seconds, say);
    const copied = await copyRate(here.config.databaseUrl, 'ledger.events');
    const copiedRows = await copyRate(here.config.databaseUrl, 'views.safety_event_list_v2');
    say(`COPY of the same events ${copied.toFixed(0)} rows/s, of the list's rows ${copiedRows.toFixed(0)} rows/s`);
    await fill(here, MILLION - SMALL);
    const large = await sightOf(here, seconds, say);
    const figures = figuresOf(small, large);
    for (const [name, figure] of Object.entries(figures)) say(`${name} ${figure}`);
    return { seconds, imported, filled, copied, copiedRows, small, large, ...figures };
  } finally {
    await here.close();
  }
};

/** Writes events past the views and waits until all readers have come. */
const fill = async ({ config, manager, worker }: Stand, events: number): Promise<number> => {
  const api = await Database.open({ url: config.databaseUrl, role: 'api', max: 4 });
  const rate = await fillLedger(api, manager, events);
  await api.close();
  await untilAtHead(worker);
  return rate;
};

const untilAtHead = async (worker: Database): Promise<void> => {
  for (;;) {
    const [row] = await worker.call<{ behind: number }>({ text: furthestBehind });
    if (row?.behind === 0) return;
    await pause(250);
  }
};

const importRate = async ({ config }: Stand): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'forthright-bench-maude-'));
  const file = join(folder, 'many.csv');
  maudeFile(file, IMPORTED);
  const env = {
    ...process.env,
    DATABASE_URL: config.databaseUrl,
    REDIS_URL: config.redisUrl,
    DATA_DIR: config.dataDir,
  };
  const main = join(import.meta.dirname, '../../dist/programs/cli.js');
  const begun = performance.now();
  const args = [main, 'import', file, '--as', 'maude', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 2 ** 26 });
  const took = (performance.now() - begun) / 1000;
  rmSync(folder, { recursive: true, force: true });
  return (JSON.parse(stdout) as { accepted: number }).accepted / took;
};

const sightOf = async (here: Stand, seconds: number, say: (line: string) => void): Promise<Sight> => {
  const events = await headOf(here);
  say(`at ${events} events:`);
  await httpRate(await sending(here), seconds); // connections, plans, compiled code
  const lags: LagRow[] = [];
  for (const perSecond of RATES) {
    lags.push(median(await times(RUNS, () => lagAt(here, perSecond, seconds)), ({ p99 }) => p99));
    const { p50, p99, failed } = lags.at(-1) as LagRow;
    const bad = failed > 0 ? `, ${failed} failed` : '';
    say(`  append to view at ${perSecond}/s: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms${bad}`);
  }
  const rates = await times(RUNS, async () => ({
    command: await httpRate(await sending(here), seconds),
    noOp: await httpRate(await sending(here, NO_OP), seconds),
  }));
  const middle = median(rates, ({ command, noOp }) => command / noOp);
  say(`  over HTTP ${middle.command.toFixed(0)} commands/s, the no-op route ${middle.noOp.toFixed(0)}/s`);
  await untilAtHead(here.worker);
  const rebuildPerSecond = median(await times(RUNS, () => rebuildRate(here.config)), (rate) => rate);
  say(`  rebuild of ${LIST}: ${rebuildPerSecond.toFixed(0)} events/s`);
  const [apiMegabytes, workerMegabytes] = [here.api.megabytes(), here.reading.megabytes()];
  say(`  memory: api ${apiMegabytes} MB, worker ${workerMegabytes} MB`);
  const { command: commandsPerSecond, noOp: noOpPerSecond } = middle;
  return { events, lags, commandsPerSecond, noOpPerSecond, rebuildPerSecond, apiMegabytes, workerMegabytes };
};

const lagAt = async (here: Stand, perSecond: number, seconds: number): Promise<LagRow> => {
  const probe = new LagProbe(here.worker, LIST);
  const { positions, failed } = await steadyLoad(await sending(here), perSecond, seconds);
  const lags = (await probe.lagsOf(positions)).sort((a, b) => a - b);
  const at = (share: number) => lags[Math.min(lags.length - 1, Math.floor(lags.length * share))] ?? Number.NaN;
  return { perSecond, p50: at(0.5), p99: at(0.99), failed };
};

const sending = async ({ url, manager, token }: Stand, path = '/v1/safety-events'): Promise<Sending> => ({
  url,
  path,
  token: await token(),
  body: aFall(manager.facility),
});

const headOf = async ({ worker }: Stand): Promise<number> => {
  const text = 'select position::float8 as head from ledger.ledgers where ledger = 1';
  const [row] = await worker.call<{ head: number }>({ text });
  return row?.head ?? 0;
};

const times = async <T>(count: number, measure: () => Promise<T>): Promise<T[]> => {
  const all: T[] = [];
  for (let run = 0; run < count; run++) all.push(await measure());
  return all;
};

const median = <T>(all: readonly T[], by: (one: T) => number): T =>
  [...all].sort((a, b) => by(a) - by(b))[Math.floor(all.length / 2)] as T;

const round = (figure: number): number => Math.round(figure * 100) / 100;

const figuresOf = (small: Sight, large: Sight): Record<string, number> => ({
  lagP99MsAt200PerSecond: round(small.lags.find(({ perSecond }) => perSecond === 200)?.p99 ?? Number.NaN),
  httpRatioToNoop: round(small.commandsPerSecond / small.noOpPerSecond),
  rebuildEventsPerSecond: Math.round(small.rebuildPerSecond),
  ratioAtMillionEvents: round(
    Math.min(large.commandsPerSecond / small.commandsPerSecond, large.rebuildPerSecond / small.rebuildPerSecond),
  ),
  workerRssMb: Math.max(small.workerMegabytes, large.workerMegabytes),
});
