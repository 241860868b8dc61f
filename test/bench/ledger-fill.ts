import { randomUUID } from 'node:crypto';
import { type Append, Appender } from '#kernel/ledger';
import { type Database, SystemClock } from '#kernel/platform';
import type { Persona } from '#organizations';
import { ids, sealedToken, thirtyTwoBytes, versionOf } from './sample.js';
import { SilentBell } from './silent-bell.js';

const ABREAST = 250;

/** A report and its triage, as the ledger holds them; the seals open for nobody. */
const history = ({ org, person, facility }: Persona): Append => {
  const now = new Date().toISOString();
  const actor = { kind: 'staff', id: person, role: 'risk-manager' } as const;
  const at = { value: now, precision: 'minute' };
  const narrative = { sealed: sealedToken() };
  const reported = {
    eventClass: 'incident',
    category: 'fall',
    harmed: 'patient',
    harmReported: 'moderate',
    narrative,
    eventAt: at,
    discoveredAt: at,
    facilityId: facility,
    source: 'staff',
    reporter: person,
  };
  const triaged = {
    eventClass: 'incident',
    type: 'fall',
    harmSeverity: 'mild',
    route: 'local_review',
    triagedBy: person,
  };
  const event = (type: string, data: object) => ({
    id: ids.next(),
    type,
    schemaVersion: versionOf(type),
    occurredAt: now,
    meta: { facility, zone: 'America/Chicago' },
    data: JSON.stringify(data),
  });
  return {
    org,
    stream: `safety-event-${ids.next()}`,
    expected: 0,
    commandId: randomUUID(),
    requestHash: thirtyTwoBytes(),
    actor,
    correlationId: ids.next(),
    events: [event('SafetyEventReported', reported), event('SafetyEventTriaged', triaged)],
  };
};

/** Writes so many events, two a stream, through the appender, as fast as it takes them; answers events a second. */
export const fillLedger = async (db: Database, persona: Persona, events: number): Promise<number> => {
  const appender = new Appender(db, new SystemClock(), new SilentBell());
  const begun = performance.now();
  for (let written = 0; written < events; written += 2 * ABREAST)
    await Promise.all(Array.from({ length: ABREAST }, () => appender.append(history(persona))));
  await appender.close();
  return events / ((performance.now() - begun) / 1000);
};
