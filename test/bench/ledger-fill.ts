import { randomUUID } from 'node:crypto';
import { type Append, Appender } from '#kernel/ledger';
import { type Database, SystemClock } from '#kernel/platform';
import type { Persona } from '#organizations';
import { ids, sealedToken, thirtyTwoBytes, versionOf } from './sample.js';
import { SilentBell } from './silent-bell.js';

const ABREAST = 250;
const DAYS = 548;
const DAY = 86_400_000;

const CATEGORIES = ['fall', 'medication', 'device', 'infection', 'pressure_ulcer', 'blood', 'perinatal', 'other'];
const HARMS = [
  'mild',
  'no_harm',
  'mild',
  'unknown',
  'moderate',
  'no_harm',
  'severe',
  'mild',
  'no_harm',
  'mild',
  'death',
];
const SOURCES = ['staff_report', 'staff_report', 'staff_hotline', 'chart_trigger', 'patient_phone'];

/** One of several, each number its own: of lists whose lengths have no divisor in common, in every combination. */
const nth = <T>(all: readonly T[], number: number): T => all[number % all.length] as T;

/**
 * A report and its triage, as the ledger holds them; the seals open for nobody. What happened is spread over 18 months, with
 * codes that differ, as it is where people search.
 */
const history = ({ org, person, facility }: Persona, number: number): Append => {
  const now = new Date().toISOString();
  const actor = { kind: 'staff', id: person, role: 'risk-manager' } as const;
  const happened = Date.now() - ((number * 7919) % (DAYS * 1440)) * (DAY / 1440);
  const at = { value: new Date(happened).toISOString(), precision: 'minute' };
  const category = nth(CATEGORIES, number);
  const narrative = { sealed: sealedToken() };
  const reported = {
    eventClass: 'incident',
    category,
    harmed: 'patient',
    harmReported: 'moderate', // what is severe would be paged, each one
    narrative,
    eventAt: at,
    discoveredAt: at,
    facilityId: facility,
    source: nth(SOURCES, number),
    reporter: person,
  };
  const triaged = {
    eventClass: 'incident',
    type: category,
    harmSeverity: nth(HARMS, number),
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
    await Promise.all(Array.from({ length: ABREAST }, (_, at) => appender.append(history(persona, written / 2 + at))));
  await appender.close();
  return events / ((performance.now() - begun) / 1000);
};
