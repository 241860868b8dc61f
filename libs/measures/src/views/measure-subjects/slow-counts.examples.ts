import type { Instant } from '#kernel/core';
import { businessEnd, dateOf, dayEnd } from './slow-calendar.examples.js';
import { SlowConcern } from './slow-concern.examples.js';
import { SlowLog, type Told } from './slow-log.examples.js';
import { SlowSafetyEvent } from './slow-safety-event.examples.js';

/** One that is counted, once more and in another way. */
export interface SlowCount {
  readonly count: string;
  readonly subject: string;
  readonly month: string;
  readonly of: Readonly<Record<string, string>>;
  readonly took?: number;
}

const MINUTE = 60_000;

/** Everything that is counted among these events, looked up in the raw list again and again. */
export const countedSlowly = (events: readonly Told[], now: Instant): SlowCount[] => {
  const log = new SlowLog(events);
  return events.flatMap(({ type, stream, meta }) => {
    const id = stream.slice(-36);
    const count: Count = (name, at, of, took) => ({
      count: name,
      subject: id,
      month: dateOf(at, meta.zone ?? 'UTC').slice(0, 7),
      of,
      ...(took !== undefined && { took }),
    });
    if (type === 'SafetyEventReported') return ofSafetyEvent(new SlowSafetyEvent(log, id, now), count);
    return type === 'ConcernSubmitted' ? ofConcern(log, new SlowConcern(log, id, now), count) : [];
  });
};

type Count = (name: string, at: Instant, of: Record<string, string>, took?: number) => SlowCount;

const ofSafetyEvent = (event: SlowSafetyEvent, count: Count): SlowCount[] => {
  const { log, id, ids } = event;
  const alone = log.of('SafetyEventVoided', [id]).map(({ occurredAt }) => ['voided', occurredAt] as const);
  const merge = log.last(id, 'SafetyEventMerged', 'SafetyEventUnmerged');
  const redirection = log.last(id, 'SafetyEventRedirected', 'SafetyEventReturned');
  const transfer = log.last(id, 'SafetyEventTransferred');
  const others = [
    ...log.of('SafetyEventReopened', [id]).map(({ occurredAt }) => ['reopened', occurredAt] as const),
    ...(merge?.type === 'SafetyEventMerged' ? [['merged', merge.occurredAt] as const] : []),
    ...(redirection?.type === 'SafetyEventRedirected' ? [['redirected', redirection.occurredAt] as const] : []),
    ...(transfer ? [['transferred', transfer.occurredAt] as const] : []),
  ];
  const turned = alone.length > 0 ? alone.slice(-1) : others;
  const turns = turned.map(([turn, at]) => count('safety-event-turns', at, { turn }));
  if (event.isGone()) return turns;
  const submissions = log.of('PsoSubmissionRecorded', ids);
  const given = submissions.map(({ data }) => count('pso-submissions', data.submittedAt, { kind: data.kind }));
  const times = event.steps().map(([name, at, took]) => count(name, at, {}, took));
  return [...turns, ...given, ...harm(event, count), ...feedback(event, count), ...missed(event, count), ...times];
};

const typeOf = ({ log, id }: SlowSafetyEvent): string => {
  const said = log.all.flatMap(({ type, stream, data }) => {
    if (!stream.endsWith(id)) return [];
    if (type === 'SafetyEventTriaged' && 'route' in data) return data.type;
    return type === 'SafetyEventCorrected' && 'new' in data ? (data.new.category ?? []) : [];
  });
  const [report] = log.of('SafetyEventReported', [id]);
  return said.at(-1) ?? report?.data.category ?? 'not_said';
};

const harm = (event: SlowSafetyEvent, count: Count): SlowCount[] => {
  const { harmed, eventAt } = event.own;
  if (!event.isConfirmedHarm() || harmed === 'visitor' || harmed === 'none') return [];
  const severity = event.harm();
  const source = event.reports()[0]?.source ?? '';
  return harmed === 'patient'
    ? [count('harm-events', eventAt.value, { severity, type: typeOf(event), source })]
    : [count('workforce-harm', eventAt.value, { severity, kind: event.own.workforce?.kind ?? 'not_said' })];
};

const missed = (event: SlowSafetyEvent, count: Count): SlowCount[] => {
  const found = event.eventClass();
  const of = { class: found, type: typeOf(event), source: event.reports()[0]?.source ?? '' };
  return found === 'incident' ? [] : [count('near-misses', event.own.eventAt.value, of)];
};

const feedback = ({ log, ids, own }: SlowSafetyEvent, count: Count): SlowCount[] => {
  const reports = ids.flatMap((id) => log.of('SafetyEventReported', [id]));
  const [first] = reports.sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
  if (!first || !['staff_report', 'staff_hotline'].includes(first.data.source)) return [];
  const heard = log.first('ReporterFeedbackGiven', ids, ({ givenAt }) => givenAt);
  const took = heard && businessDays(first.occurredAt, heard.at, own.zone ?? 'UTC');
  return [count('staff-feedback', first.occurredAt, { feedback: heard ? 'given' : 'none' }, took)];
};

/** How many business days have to pass until it would be in time. */
const businessDays = (from: Instant, to: Instant, zone: string): number => {
  if (Date.parse(to) <= dayEnd(from, 0, zone)) return 0;
  for (let days = 1; ; days++) if (Date.parse(to) <= businessEnd(from, days, zone)) return days;
};

const ofConcern = (log: SlowLog, concern: SlowConcern, count: Count): SlowCount[] => {
  const { id } = concern;
  const ids = log.group(id);
  const stands = (type: 'ConcernRedirected' | 'ConcernWithdrawn') => {
    const last = log.last(id, type, 'ConcernReopened');
    return last?.type === type ? [last] : [];
  };
  const spam = log.last(id, 'ConcernMarkedSpam', 'ConcernCleared');
  const merge = log.last(id, 'ConcernMerged');
  const turned = {
    spam: spam?.type === 'ConcernMarkedSpam' ? [spam] : [],
    reopened: log.of('ConcernReopened', [id]),
    merged: merge ? [merge] : [],
    redirected: stands('ConcernRedirected'),
    withdrawn: stands('ConcernWithdrawn'),
  };
  const turns = Object.entries(turned).flatMap(([turn, all]) =>
    all.map(({ occurredAt }) => count('concern-turns', occurredAt, { turn })),
  );
  if (concern.isGone()) return turns;
  const submissions = log.of('ConcernSubmitted', ids);
  const [own] = log.of('ConcernSubmitted', [id]);
  const earliest = (times: readonly Instant[]) => [...times].sort()[0] as Instant;
  const atRisk = submissions.some(({ data }) => data.stillAtRisk);
  const acted = atRisk ? log.first('UrgentSafetyActionTaken', ids, ({ takenAt }) => takenAt) : undefined;
  const begun = earliest(submissions.map(({ occurredAt }) => occurredAt));
  const of = {
    category: own?.data.category ?? 'not_said',
    channel: own?.data.channel ?? '',
    language: own?.data.language ?? '',
    conversion: log.of('ConcernConvertedToSafetyEvent', ids).length > 0 ? 'converted' : 'not_converted',
    grievance: concern.isGrievance() ? 'grievance' : 'no_grievance',
    risk: atRisk ? (acted ? 'acted_on' : 'not_acted_on') : 'not_at_risk',
  };
  const took = acted && Math.max(0, Date.parse(acted.at) - Date.parse(begun)) / MINUTE;
  return [...turns, count('concerns', earliest(submissions.map(({ data }) => data.receivedAt)), of, took)];
};
