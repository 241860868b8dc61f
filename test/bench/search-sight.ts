import { Database } from '#kernel/platform';
import { type PageTime, pageTime } from './page-time.js';
import type { Stand } from './stand.js';
import {
  explained,
  fallsByHand,
  flaggedByHand,
  happenedByHand,
  inboxByHand,
  knowTheList,
  rareByHand,
  severestByHand,
} from './views-suite.sql.js';

/** What a search took, and how the database carried it out, as the api sees it. */
export interface SearchSight extends PageTime {
  readonly plan: readonly string[];
}

const DAY = 86_400_000;

/** Searches among the safety events that there are, each with the plan of the same search by hand under row level security. */
export const searches = async (here: Stand, say: (line: string) => void): Promise<readonly SearchSight[]> => {
  const { config, manager, owner, worker, url } = here;
  const { org, facility } = manager;
  const [from, before] = [Date.now() - 200 * DAY, Date.now() - 170 * DAY].map((at) => new Date(at).toISOString());
  await owner.call({ text: knowTheList });
  const api = await Database.open({ url: config.databaseUrl, role: 'api', max: 1 });
  const asker = { url, token: await here.token() };
  const sights: SearchSight[] = [];
  for (const [page, text, values] of [
    [`/v1/safety-events?limit=50&facilityId=${facility}&category=fall`, fallsByHand, [org, facility]],
    ['/v1/safety-events?limit=50&harm=death&source=patient_phone&category=blood', rareByHand, [org]],
    ['/v1/safety-events?limit=50&flag=media', flaggedByHand, [org]],
    ['/v1/safety-events?limit=50&standing=open&order=severest', severestByHand, [org]],
    [
      `/v1/safety-events?limit=50&order=oldest-event&eventFrom=${from}&eventBefore=${before}`,
      happenedByHand,
      [org, from, before],
    ],
    ['/v1/safety-events/inbox?limit=50', inboxByHand, [org]],
  ] as const) {
    const measured = await pageTime(page, asker, worker, { text, values });
    const rows = await api.inOrg(org, (tx) => tx.query<{ 'QUERY PLAN': string }>(explained(text), values));
    const plan = rows.map((row) => row['QUERY PLAN']);
    say(`  ${page}: ${measured.pageMs.toFixed(1)} ms, by hand ${measured.sqlMs.toFixed(1)} ms`);
    for (const line of plan) say(`    ${line}`);
    sights.push({ ...measured, plan });
  }
  await api.close();
  return sights;
};
