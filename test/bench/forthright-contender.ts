import { randomUUID } from 'node:crypto';
import { Appender, Bell, ledgerMigrations, Placements } from '#kernel/ledger';
import { Database, migrate, platformMigrations, SystemClock } from '#kernel/platform';
import type { Contender } from './contender.js';
import { ACTOR, DATA, ids, META, ORG, TYPE, thirtyTwoBytes } from './sample.js';

class SilentBell extends Bell {
  ring(): void {}
}

/** Our ledger as the api runs it: its role, its pool, order, idempotency, leaves and chain. */
export const forthright = async (url: string): Promise<Contender> => {
  await migrate({ url, migrations: [...platformMigrations, ...ledgerMigrations] });
  return {
    name: 'forthright',
    open: async () => {
      const db = await Database.open({ url, role: 'api', max: 16 });
      await new Placements(db).place(ORG);
      const appender = new Appender(db, new SystemClock(), new SilentBell());
      const append = async (stream: string, revision: number, events: number) => {
        const occurredAt = new Date().toISOString();
        const verdict = await appender.append({
          org: ORG,
          stream,
          expected: revision,
          commandId: randomUUID(),
          requestHash: thirtyTwoBytes(),
          actor: ACTOR,
          correlationId: ids.next(),
          events: Array.from({ length: events }, () => ({
            id: ids.next(),
            type: TYPE,
            schemaVersion: 1,
            occurredAt,
            meta: META,
            data: JSON.stringify(DATA),
          })),
        });
        if (verdict.outcome !== 'appended') throw new Error(`An append was judged ${verdict.outcome}`);
      };
      const close = async () => {
        await appender.close();
        await db.close();
      };
      return { append, close };
    },
  };
};
