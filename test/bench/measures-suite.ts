import { fillSubjects, plainFacts, plainRollup, tidy } from './measures-suite.sql.js';
import { type PageTime, pageTime } from './page-time.js';
import { stand } from './stand.js';

interface Options {
  readonly say: (line: string) => void;
}

/** Safety events with facts; each of them, with its case, is eight events of the log. */
const SUBJECTS = 125_000;
const EVENTS_EACH = 8;

/** A measure over HTTP, beside one plain `group by` over a table of nothing but the same facts. */
export const run = async ({ say }: Options): Promise<object> => {
  const here = await stand();
  try {
    const { owner, worker, manager, url } = here;
    await owner.call({ text: fillSubjects, values: [manager.org, SUBJECTS] });
    await owner.call({ text: plainFacts(manager.org) });
    await owner.call({ text: tidy });
    say(`rollups over the facts of ${SUBJECTS * EVENTS_EACH} events, medians of 150 rounds, figures and SQL in turn:`);
    const rollups: PageTime[] = [];
    for (const [from, to] of [
      ['2025-03', '2025-03'],
      ['2025-01', '2025-12'],
    ] as const) {
      const asker = { url, token: await here.token() };
      const page = `/v1/measures/CRP-02?from=${from}&to=${to}`;
      const measured = await pageTime(page, asker, worker, { text: plainRollup, values: ['CRP-02', from, to] });
      rollups.push(measured);
      say(`  ${page}: ${measured.pageMs.toFixed(1)} ms, by hand ${measured.sqlMs.toFixed(1)} ms`);
    }
    return { events: SUBJECTS * EVENTS_EACH, rollups };
  } finally {
    await here.close();
  }
};
