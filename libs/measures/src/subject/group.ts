import type { ConcernSubject } from './concern.js';
import type { Charge, Origin, SafetyEventSubject, SubjectCase } from './safety-event.js';
import { firstOf, inTime, recordedFirst, type Told } from './told.js';

/** A safety event together with those that were merged into it: it counts once, for all of them. */
export interface SafetyEventGroup extends SafetyEventSubject {
  /** The report that came first, which tells how it came to light. */
  readonly report: Origin;
  /** The report of the discovery that came first. */
  readonly discovery: Origin;
}

/**
 * The surviving record counts once, with the earliest anchor of the group (domain.md 2.2, rule 4). What it is, and
 * whether it is eligible, is its own word where it has one.
 */
export const safetyEventGroup = (own: SafetyEventSubject, merged: readonly SafetyEventSubject[]): SafetyEventGroup => {
  const all = [own, ...merged];
  const origins = all.map(({ origin }) => origin);
  const earliest = (of: (one: SafetyEventSubject) => Told | undefined) => firstOf(all.map(of));
  const told = {
    confirmed: earliest(({ confirmed }) => confirmed),
    identified: earliest(({ identified }) => identified),
    serious: earliest(({ serious }) => serious),
    boardTold: earliest(({ boardTold }) => boardTold),
    chiefsTold: earliest(({ chiefsTold }) => chiefsTold),
    fedBack: earliest(({ fedBack }) => fedBack),
    eligible: own.determined && !own.eligible ? undefined : earliest(({ eligible }) => eligible),
  };
  const { eligible: _eligible, ...rest } = own;
  return {
    ...rest,
    ...Object.fromEntries(Object.entries(told).filter(([, one]) => one !== undefined)),
    submissions: all.flatMap(({ submissions }) => submissions).sort(inTime),
    cases: surviving(casesOf(all)),
    support: Object.assign({}, ...all.map(({ support }) => support ?? {})),
    report: firstBy(origins, ({ reported }) => reported.at),
    discovery: firstBy(origins, ({ discovered }) => discovered.at),
  };
};

const firstBy = (origins: readonly Origin[], time: (origin: Origin) => string): Origin =>
  [...origins].sort((a, b) =>
    time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : a.reported.position - b.reported.position,
  )[0] as Origin;

/** The cases of all of them. A case that was taken along is told of on both sides. */
const casesOf = (all: readonly SafetyEventSubject[]): Readonly<Record<string, SubjectCase>> => {
  const cases: Record<string, SubjectCase> = {};
  for (const [id, one] of all.flatMap((subject) => Object.entries(subject.cases)))
    cases[id] = cases[id] ? oneCase(cases[id], one) : one;
  return cases;
};

/** Where a case goes on in the end, as far as that is known here. */
const endOf = (cases: Readonly<Record<string, SubjectCase>>, id: string, seen: readonly string[] = []): string => {
  const into = cases[id]?.merged?.into;
  return into === undefined || seen.includes(into) ? id : endOf(cases, into, [...seen, id]);
};

/** A case that was merged away never counts; the one that goes on counts once, by what came first in any of them. */
const surviving = (cases: Readonly<Record<string, SubjectCase>>): Readonly<Record<string, SubjectCase>> => {
  const all = Object.entries(cases);
  const takenBy = (id: string) => all.filter(([other]) => other !== id && endOf(cases, other) === id);
  return Object.fromEntries(
    all
      .filter(([, { merged }]) => !merged)
      .map(([id, own]) => [id, takenBy(id).reduce((known, [, other]) => oneCase(known, other), own)]),
  );
};

const oneCase = (a: SubjectCase, b: SubjectCase): SubjectCase => {
  const told = {
    activated: firstOf([a.activated, b.activated]),
    talked: firstOf([a.talked, b.talked]),
    unable: recordedFirst([a.unable, b.unable]),
    declined: recordedFirst([a.declined, b.declined]),
    unreachable: recordedFirst([a.unreachable, b.unreachable]),
    liaison: firstOf([a.liaison, b.liaison]),
    contacts: together(a.contacts, b.contacts),
    wishes: together(a.wishes, b.wishes),
    findings: firstOf([a.findings, b.findings]),
    closed: firstOf([a.closed, b.closed]),
    turns: together(a.turns, b.turns),
    determined: firstOf([a.determined, b.determined]),
    unreasonable: firstOf([a.unreasonable, b.unreasonable]),
    offered: firstOf([a.offered, b.offered]),
    resolved: firstOf([a.resolved, b.resolved]),
    claimed: firstOf([a.claimed, b.claimed]),
    suit: firstOf([a.suit, b.suit]),
    sued: recordedFirst([a.sued, b.sued]),
    paused: recordedFirst([a.paused, b.paused]),
    recordPending: recordedFirst([a.recordPending, b.recordPending]),
    selfFunded: recordedFirst([a.selfFunded, b.selfFunded]),
    refused: recordedFirst([a.refused, b.refused]),
    referred: firstOf([a.referred, b.referred]),
    advised: firstOf([a.advised, b.advised]),
    compensated: firstOf([a.compensated, b.compensated]),
    held: firstOf([a.held, b.held]),
    withdrawn: firstOf([a.withdrawn, b.withdrawn]),
    charge: lastSaid(a.charge, b.charge),
  };
  return Object.fromEntries(Object.entries(told).filter(([, one]) => one !== undefined));
};

/** What was told on either side, by where it was told. */
const together = <T extends Told>(a: readonly T[] = [], b: readonly T[] = []): readonly T[] | undefined =>
  a.length + b.length === 0 ? undefined : [...a, ...b].sort((one, other) => one.position - other.position);

const lastSaid = (a: Charge | undefined, b: Charge | undefined): Charge | undefined =>
  a && b ? (a.position > b.position ? a : b) : (a ?? b);

/** A concern together with those that were merged into it. */
export const concernGroup = (own: ConcernSubject, merged: readonly ConcernSubject[]): ConcernSubject => {
  const all = [own, ...merged];
  const earliest = (of: (one: ConcernSubject) => Told | undefined) => firstOf(all.map(of));
  const told = {
    acknowledged: earliest(({ acknowledged }) => acknowledged),
    grievance: earliest(({ grievance }) => grievance),
    answered: earliest(({ answered }) => answered),
    acted: earliest(({ acted }) => acted),
    converted: earliest(({ converted }) => converted),
    delayed: recordedFirst(all.map(({ delayed }) => delayed)),
  };
  return {
    ...own,
    ...Object.fromEntries(Object.entries(told).filter(([, one]) => one !== undefined)),
    submitted: earliest(({ submitted }) => submitted) ?? own.submitted,
    received: earliest(({ received }) => received) ?? own.received,
    reachable: all.some(({ reachable }) => reachable),
    stillAtRisk: all.some(({ stillAtRisk }) => stillAtRisk),
  };
};
