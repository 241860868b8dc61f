import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '#kernel/platform';
import { fillCases } from './case-fill.js';
import { fillLedger } from './ledger-fill.js';
import { run as rollUp } from './measures-suite.js';
import { type PageTime, pageTime } from './page-time.js';
import { furthestBehind } from './readers-suite.sql.js';
import { searches } from './search-sight.js';
import { type Stand, stand } from './stand.js';
import {
  caseByHand,
  counted,
  dueByHand,
  listByHand,
  patientViewByHand,
  someCase,
  workListByHand,
} from './views-suite.sql.js';

interface Options {
  readonly say: (line: string) => void;
}

/** What was measured at one size. */
interface Sight {
  readonly safetyEvents: number;
  readonly cases: number;
  readonly pages: readonly PageTime[];
}

/** How many cases come on top of the seed's: 5,000 closed ones and 200 that are open. Then safety events, with theirs. */
const CASES = 5200;
const SAFETY_EVENTS = 100_000;

/**
 * Pages that people look at, beside the SQL that somebody would write by hand for the same rows: at the seed's size, with
 * many cases, and with many safety events. Then rollups of measures, as the suite `measures` has them.
 */
export const run = async ({ say }: Options): Promise<object> => ({ ...(await looks(say)), ...(await rollUp({ say })) });

const looks = async (say: Options['say']): Promise<object> => {
  const here = await stand('story');
  try {
    const { seedSeconds } = here;
    say(`the seed of 18 months took ${seedSeconds.toFixed(1)} s`);
    say('medians of 150 rounds, one request at a time, page and SQL in turn; everything on this one machine');
    const small = await sightOf(here, say);
    await filled(here, (api) => fillCases(api, here.manager, CASES));
    const cases = await sightOf(here, say);
    await filled(here, (api) => fillLedger(api, here.manager, 2 * (SAFETY_EVENTS - CASES)));
    const large = await sightOf(here, say);
    return { seedSeconds, small, cases, large, searches: await searches(here, say) };
  } finally {
    await here.close();
  }
};

/** Fills the ledger, and waits until every view has read it. */
const filled = async ({ config, worker }: Stand, write: (api: Database) => Promise<unknown>): Promise<void> => {
  const api = await Database.open({ url: config.databaseUrl, role: 'api', max: 4 });
  await write(api);
  await api.close();
  for (;;) {
    const [row] = await worker.call<{ behind: number }>({ text: furthestBehind });
    if (row?.behind === 0) return;
    await pause(250);
  }
};

const sightOf = async (here: Stand, say: (line: string) => void): Promise<Sight> => {
  const { worker, manager, url } = here;
  const one = async <T extends object>(text: string) => (await worker.call<T>({ text, values: [manager.org] }))[0] as T;
  const { safetyEvents, cases } = await one<{ safetyEvents: number; cases: number }>(counted);
  const { id } = await one<{ id: string }>(someCase);
  say(`with ${safetyEvents} safety events and ${cases} cases:`);
  const asker = { url, token: await here.token() };
  const pages: PageTime[] = [];
  for (const [page, text, values] of [
    ['/v1/safety-events?limit=50', listByHand, [manager.org]],
    ['/v1/resolution-cases?limit=50', workListByHand, [manager.org]],
    ['/v1/resolution-cases?limit=200&order=due', dueByHand, [manager.org]],
    [`/v1/resolution-cases/${id}`, caseByHand, [manager.org, id]],
    [`/v1/resolution-cases/${id}/patient-view`, patientViewByHand, [manager.org, id]],
  ] as const) {
    const measured = await pageTime(page, asker, worker, { text, values });
    pages.push(measured);
    const { pageMs, sqlMs } = measured;
    say(`  ${page.replace(id, ':id')}: ${pageMs.toFixed(1)} ms, by hand ${sqlMs.toFixed(1)} ms`);
  }
  return { safetyEvents, cases, pages };
};
