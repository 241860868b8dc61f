import { Log } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { safetyEvents } from '#safety-events';

const PAGE = 2000;

/** Events a second of reading the whole log and doing nothing with it: what no rebuild can exceed. */
export const readingRate = async (url: string): Promise<number> => {
  const db = await Database.open({ url, role: 'worker', max: 1 });
  try {
    const log = new Log(db, safetyEvents.catalogue);
    const head = await log.head(1);
    const begun = performance.now();
    for (let at = 0; at < head; ) at = (await db.across((tx) => log.page(tx, 1, at, PAGE))).upTo;
    return head / ((performance.now() - begun) / 1000);
  } finally {
    await db.close();
  }
};
