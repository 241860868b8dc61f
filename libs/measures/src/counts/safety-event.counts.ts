import { businessDaysBetween, calendarOf } from '#kernel/clocks';
import { isHarm } from '../facts/harm.facts.js';
import type { SafetyEventGroup } from '../subject/group.js';
import type { SafetyEventSubject } from '../subject/safety-event.js';
import type { Told } from '../subject/told.js';
import { caseCounts } from './case.counts.js';
import { type CountFact, countFact, type Occurrence } from './count-fact.js';

/** Where a report does not say which part it is in. */
const NOT_SAID = 'not_said';
const CALENDAR = calendarOf('us-federal');

/** Every count that a safety event is in, with those that were merged into it (domain.md 2.2, rule 4; 2.3). */
export const safetyEventCounts = (group: SafetyEventGroup): readonly CountFact[] => {
  const gone = group.voided ?? group.merged;
  const counted = gone
    ? []
    : [...harms(group), ...missed(group), ...heard(group), ...submitted(group), ...caseCounts(group)];
  return [...counted, ...turns(group)].map((one) => countFact(one, group.zone));
};

const harms = (group: SafetyEventGroup): readonly Occurrence[] => {
  const { confirmed, people, origin, harm: severity, rated, type, workforce: kind = NOT_SAID, report } = group;
  if (!confirmed || !people || !isHarm(group)) return [];
  const told = { at: origin.eventAt, because: [origin.reported, confirmed, { position: rated }] };
  return people === 'patients'
    ? [{ ...told, count: 'harm-events', of: { severity, type: type ?? NOT_SAID, source: report.source } }]
    : [{ ...told, count: 'workforce-harm', of: { kind, severity } }];
};

const missed = ({ eventClass, origin, type, classed, report }: SafetyEventGroup): readonly Occurrence[] => {
  if (eventClass === 'incident') return [];
  const because = [origin.reported, { position: classed }];
  const of = { class: eventClass, type: type ?? NOT_SAID, source: report.source };
  return [{ count: 'near-misses', at: origin.eventAt, of, because }];
};

const heard = ({ report, fedBack, zone }: SafetyEventGroup): readonly Occurrence[] => {
  const { byReporter, reported } = report;
  if (!byReporter) return [];
  const took = fedBack && businessDaysBetween(reported.at, fedBack.at, zone, CALENDAR);
  const of = { feedback: fedBack ? 'given' : 'none' };
  return [{ count: 'staff-feedback', at: reported.at, of, took, because: fedBack ? [reported, fedBack] : [reported] }];
};

const submitted = ({ submissions }: SafetyEventGroup): readonly Occurrence[] =>
  submissions.map((one) => ({ count: 'pso-submissions', at: one.at, of: { kind: one.kind }, because: [one] }));

/** What became of the record itself: the one that was voided or merged away counts here, and only here. */
const turns = ({ reopened, merged, voided, redirected, transferred }: SafetyEventSubject): readonly Occurrence[] => {
  const turned: Readonly<Record<string, readonly (Told | undefined)[]>> = voided
    ? { voided: [voided] }
    : { reopened, merged: [merged], redirected: [redirected], transferred: [transferred] };
  return Object.entries(turned).flatMap(([turn, all]) =>
    all.flatMap((one) =>
      one ? [{ count: 'safety-event-turns' as const, at: one.at, of: { turn }, because: [one] }] : [],
    ),
  );
};
