import { randomUUID } from 'node:crypto';
import { type Append, Appender, type EventToStore } from '#kernel/ledger';
import { type Database, SystemClock } from '#kernel/platform';
import type { Persona } from '#organizations';
import { caseOf } from '#resolution';
import { patientOf } from '#safety-events';
import { ids, sealedToken, thirtyTwoBytes, versionOf } from './sample.js';
import { SilentBell } from './silent-bell.js';

const ABREAST = 100;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const MONTHS = 18;
/** Every so manieth case is still open. */
const OPEN = 26;

/** A harmed patient's way from the report to the closed case, or to one that waits for its review, as the ledger holds both streams. */
const wayOf = ({ org, person, facility }: Persona, begun: number, isOpen: boolean): readonly Append[] => {
  const safetyEventId = ids.next();
  const patient = patientOf(org, safetyEventId);
  const caseId = caseOf(org, safetyEventId, patient); // the automation that asks for one meets it
  const at = (minutes: number) => new Date(begun + minutes * MINUTE).toISOString();
  const words = { sealed: sealedToken() };
  const known = { value: at(0), precision: 'minute' };
  const event = (minutes: number, type: string, data: object): EventToStore => ({
    id: ids.next(),
    type,
    schemaVersion: versionOf(type),
    occurredAt: at(minutes),
    meta: { facility, zone: 'America/Chicago' },
    data: JSON.stringify(data),
  });
  const append = (stream: string, events: readonly EventToStore[]): Append => ({
    org,
    stream,
    expected: 0,
    commandId: randomUUID(),
    requestHash: thirtyTwoBytes(),
    actor: { kind: 'staff', id: person, role: 'risk-manager' },
    correlationId: ids.next(),
    events,
  });
  const ofCase = (minutes: number, type: string, data: object) => event(minutes, type, { safetyEventId, ...data });
  const talk = { mode: 'in_person', attendees: ['patient'] };
  const identifiedAt = at(60);
  const rest = [
    ofCase(9000, 'DeterminationOpened', { basis: 'facts_sufficient', openedBy: person }),
    ofCase(9001, 'CriterionAssessed', { criterion: 'standard', result: 'not_met', assessedBy: person }),
    ofCase(9002, 'CareDeterminationMade', { determination: 'reasonable', by: [person] }),
    ofCase(9003, 'ReasonableCareExplained', {
      ...talk,
      explainedAt: at(9003),
      explanation: words,
      explainedBy: person,
    }),
    ofCase(9004, 'ResolutionReached', { kind: 'explained', reachedBy: person }),
    ofCase(9005, 'BillingHoldReleased', { releasedBy: person }),
    ofCase(9006, 'ResolutionCaseClosed', { closedBy: person }),
  ];
  return [
    append(`safety-event-${safetyEventId}`, [
      event(30, 'SafetyEventReported', {
        eventClass: 'incident',
        category: 'fall',
        harmed: 'patient',
        harmReported: 'severe',
        narrative: words,
        eventAt: known,
        discoveredAt: known,
        facilityId: facility,
        source: 'staff_report',
        reporter: person,
      }),
      event(60, 'CandorEventIdentified', { identifiedAt, identifiedBy: person }),
      event(61, 'CrpEligibilityDetermined', {
        eligible: true,
        rule: 'unexpected-harm-moderate-or-worse',
        patient,
        identifiedAt,
        determinedBy: person,
      }),
      event(62, 'CaseLinked', { caseId }),
    ]),
    append(`resolution-case-${caseId}`, [
      ofCase(61, 'ActivationRequested', { patient, trigger: 'crp_eligible', identifiedAt }),
      ofCase(80, 'ResponseTeamActivated', {
        patient,
        members: [person],
        communicationLead: person,
        owner: person,
        billable: 'yes',
        activatedAt: at(80),
        activatedBy: person,
      }),
      ofCase(100, 'InitialDisclosureHeld', {
        ...talk,
        heldAt: at(100),
        interpreterUsed: false,
        apology: 'empathy',
        factsTold: words,
        documentedInChart: true,
        persons: [],
        factIds: [],
        training: 'not_asked',
        heldBy: person,
      }),
      ofCase(200, 'BillingHoldPlaced', { placedAt: at(200), placedBy: person, payerNotice: 'told' }),
      ...(isOpen ? [] : rest),
    ]),
  ];
};

/** Writes so many cases with their safety events, up to 15 events each, spread over 18 months; answers events a second. */
export const fillCases = async (db: Database, persona: Persona, cases: number): Promise<number> => {
  const appender = new Appender(db, new SystemClock(), new SilentBell());
  const [begun, now] = [performance.now(), Date.now()];
  let events = 0;
  for (let written = 0; written < cases; written += ABREAST) {
    const ways = Array.from({ length: Math.min(ABREAST, cases - written) }, (_, at) =>
      wayOf(persona, now - ((written + at + 1) / cases) * MONTHS * 30 * DAY, (written + at) % OPEN === 0),
    ).flat();
    await Promise.all(ways.map((one) => appender.append(one)));
    events += ways.reduce((sum, one) => sum + one.events.length, 0);
  }
  await appender.close();
  return events / ((performance.now() - begun) / 1000);
};
