import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '#kernel/platform';
import { copyRate } from './copy.js';
import { fillLedger } from './ledger-fill.js';
import { furthestBehind } from './readers-suite.sql.js';
import { readingRate } from './reading-rate.js';
import { rebuildRate } from './rebuild-rate.js';
import { type Stand, stand } from './stand.js';

const EVENTS = 200_000;
const RUNS = 5;
const VIEWS = ['safety-events.list', 'safety-events.record'];

/** A rebuild of the list of safety events, beside reading the log alone and COPY of the rows that come of it. */
export const run = async ({ say }: { readonly say: (line: string) => void }): Promise<object> => {
  const here = await stand();
  const url = here.config.databaseUrl;
  try {
    await fill(here);
    say(`${EVENTS} events, two a stream; medians of ${RUNS} interleaved runs; everything on this one machine`);
    const [rebuilds, reads, copies]: number[][] = [[], [], []];
    for (let time = 0; time < RUNS; time++) {
      rebuilds?.push(await rebuildRate(here.config));
      reads?.push(await readingRate(url));
      copies?.push(await copyRate(url, 'views.safety_event_list_v2'));
    }
    const figures = {
      rebuildEventsPerSecond: median(rebuilds),
      readEventsPerSecond: median(reads),
      copyRowsPerSecond: median(copies),
    };
    for (const [name, figure] of Object.entries(figures)) say(`${name} ${figure}`);
    return { events: EVENTS, runs: RUNS, rebuilds, reads, copies, ...figures };
  } finally {
    await here.close();
  }
};

const fill = async ({ config, manager, worker }: Stand): Promise<void> => {
  const api = await Database.open({ url: config.databaseUrl, role: 'api', max: 4 });
  await fillLedger(api, manager, EVENTS);
  await api.close();
  for (;;) {
    const [row] = await worker.call<{ behind: number }>({ text: furthestBehind, values: [VIEWS] });
    if (row?.behind === 0) return;
    await pause(250);
  }
};

const median = (all: readonly number[] = []): number =>
  Math.round([...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN);
