import { Log } from '#kernel/ledger';
import { type ConnectedConfig, Database } from '#kernel/platform';
import { projectingReader } from '#kernel/readers';
import { safetyEvents } from '#safety-events';

export const rebuildRate = async (config: ConnectedConfig): Promise<number> => {
  const [projection] = safetyEvents.projections;
  if (!projection) throw new Error('none');
  const owner = await Database.open({ url: config.databaseUrl, role: 'owner', max: 2 });
  const db = await Database.open({ url: config.databaseUrl, role: 'worker', max: 4, entities: [projection.row] });
  await owner.call({ text: 'create table views.scratch (like views.safety_event_list_v1 including all)' });
  const reader = projectingReader(db, projection, 'views.scratch');
  const log = new Log(db, safetyEvents.catalogue);
  const head = await log.head(1);
  const begun = performance.now();
  for (let at = 0; at < head; ) {
    const upTo = await db.across(async (tx) => {
      const page = await log.page(tx, 1, at, 2000, reader.types);
      await reader.apply(tx, page.events);
      return page.upTo;
    });
    at = upTo;
  }
  const rate = head / ((performance.now() - begun) / 1000);
  await owner.call({ text: 'drop table views.scratch' });
  await db.close();
  await owner.close();
  return rate;
};
