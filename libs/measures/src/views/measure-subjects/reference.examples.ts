import type { Instant, Recorded } from '#kernel/core';
import type { MeasureId, Status } from '../../measure-snapshot/measure.codes.js';
import type { MeasuredFact } from './history.examples.js';

/**
 * The measures once more, slowly and in another way: no fold and no state, each measure looks through the raw list of
 * events for itself. Days are stepped through one by one with Intl, holidays are a list of dates.
 */
export interface SlowCase {
  readonly measure: MeasureId;
  readonly subject: string;
  readonly case?: string;
  readonly people: 'patients' | 'workforce';
  readonly month: string;
  readonly status: Status;
  readonly minutes?: number;
  readonly late: boolean;
}

type Told = Recorded<MeasuredFact>;
type TypeName = MeasuredFact['type'];
type DataOf<T extends TypeName> = Extract<MeasuredFact, { type: T }>['data'];

const MINUTE = 60_000;
const HOLIDAYS = ['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03'];

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local date, as the machine's own calendar has it. */
const dateOf = (at: Instant | number, zone: string): string => {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  formats.set(zone, format);
  return format.format(new Date(at));
};

/** The last millisecond of the nth business day after a time: forward by quarters of an hour until the date turns. */
const businessEnd = (from: Instant, days: number, zone: string): number => {
  let time = Math.floor(Date.parse(from) / (15 * MINUTE)) * 15 * MINUTE;
  const dates = [dateOf(time, zone)];
  for (let left = days; ; time += 15 * MINUTE) {
    const date = dateOf(time, zone);
    if (date === dates.at(-1)) continue;
    if (left === 0) return time - 1;
    dates.push(date);
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !HOLIDAYS.includes(date)) left -= 1;
  }
};

const earliest = (events: readonly Told[], when: (event: Told) => Instant): Told | undefined =>
  [...events].sort((a, b) => Date.parse(when(a)) - Date.parse(when(b)) || a.position - b.position)[0];

/** Every case of every measure among these events, as of a time. */
export const slowly = (events: readonly Told[], now: Instant): SlowCase[] => {
  const subjects = events.filter(({ type }) => type === 'SafetyEventReported').map(({ stream }) => stream.slice(-36));
  return subjects.flatMap((subject) => casesOf(events, subject, now));
};

const casesOf = (all: readonly Told[], subject: string, now: Instant): SlowCase[] => {
  const of = <T extends TypeName>(type: T, stream = `safety-event-${subject}`) =>
    all.filter((event) => event.type === type && event.stream === stream) as Recorded<
      Extract<MeasuredFact, { type: T }>
    >[];
  const [report] = of('SafetyEventReported');
  if (!report) return [];
  const zone = report.meta.zone ?? 'UTC';
  const { harmed, source, eventAt } = report.data;
  const voided = of('SafetyEventVoided').length > 0;
  const nobody = harmed === 'visitor' || harmed === 'none';
  const limits: Record<MeasureId, ((from: Instant) => number) | undefined> = {
    'CRP-01': undefined,
    'CRP-02': (from) => Date.parse(from) + 30 * MINUTE,
    'CRP-05a': (from) => Date.parse(from) + 60 * MINUTE,
    'CRP-05b': (from) => Date.parse(from) + 24 * 60 * MINUTE,
    'CRP-11': (from) => businessEnd(from, 1, zone),
    'GOV-01': (from) => businessEnd(from, 3, zone),
  };
  interface Step {
    readonly at: Instant;
    readonly recordedAt: Instant;
  }
  const judge = (
    measure: MeasureId,
    anchor: Step,
    done: readonly (Step | undefined)[],
    more: { readonly case?: string; readonly excluded?: boolean; readonly exceptionAt?: Instant | undefined } = {},
  ): SlowCase => {
    const due = limits[measure]?.(anchor.at);
    const steps = done.filter((step): step is Step => step !== undefined);
    const complete = steps.length === done.length;
    const doneAt = complete ? Math.max(...steps.map(({ at }) => Date.parse(at))) : undefined;
    const hours = measure === 'CRP-02' || measure === 'CRP-05a' ? 4 : 24;
    const status = (): Status => {
      if (voided || nobody || more.excluded) return 'excluded';
      if (doneAt !== undefined && doneAt <= (due ?? doneAt)) return 'met';
      if (more.exceptionAt && due && Date.parse(more.exceptionAt) <= due) return 'exception';
      return due !== undefined && Date.parse(now) <= due ? 'notMatured' : 'failed';
    };
    return {
      measure,
      subject,
      ...(more.case && { case: more.case }),
      people: harmed === 'staff' ? 'workforce' : 'patients',
      month: dateOf(anchor.at, zone).slice(0, 7),
      status: status(),
      ...(doneAt !== undefined && { minutes: Math.max(0, doneAt - Date.parse(anchor.at)) / MINUTE }),
      late: [anchor, ...(complete ? steps : [])].some(
        ({ at, recordedAt }) => Date.parse(recordedAt) - Date.parse(at) > hours * 60 * MINUTE,
      ),
    };
  };
  const step = (event: Told | undefined, at: (data: never) => Instant): Step | undefined =>
    event && { at: at(event.data as never), recordedAt: event.recordedAt };
  const own = (event: Told | undefined): Step | undefined =>
    event && { at: event.occurredAt, recordedAt: event.recordedAt };

  const identified = step(
    earliest(of('CandorEventIdentified'), ({ data }) => (data as DataOf<'CandorEventIdentified'>).identifiedAt),
    (data: DataOf<'CandorEventIdentified'>) => data.identifiedAt,
  );
  const lag = identified ? Date.parse(identified.at) - Date.parse(eventAt.value) : 0;
  const byChart = source === 'chart_trigger' || source === 'mortality_review';
  const retrospective =
    source === 'claim_notice' || source === 'attorney_letter' || (byChart && lag > 30 * 24 * 60 * MINUTE);

  const caseIds = [
    ...new Set(
      all
        .filter(({ data }) => 'safetyEventId' in data && data.safetyEventId === subject)
        .map(({ stream }) => stream.slice(-36)),
    ),
  ];
  const activations: Step[] = [];
  const found = caseIds.flatMap((caseId): SlowCase[] => {
    const stream = `resolution-case-${caseId}`;
    const activation = earliest(
      of('ResponseTeamActivated', stream),
      ({ data }) => (data as DataOf<'ResponseTeamActivated'>).activatedAt,
    );
    const activated = step(activation, (data: DataOf<'ResponseTeamActivated'>) => data.activatedAt);
    if (!activated) return [];
    const asked = all.filter(({ type, stream: own }) => own === stream && /^Activation/.test(type));
    const withdrawn = asked.at(-1)?.type === 'ActivationWithdrawn';
    if (!withdrawn) activations.push(activated);
    const talked = step(
      earliest(of('InitialDisclosureHeld', stream), ({ data }) => (data as DataOf<'InitialDisclosureHeld'>).heldAt),
      (data: DataOf<'InitialDisclosureHeld'>) => data.heldAt,
    );
    const held = step(
      earliest(of('BillingHoldPlaced', stream), ({ data }) => (data as DataOf<'BillingHoldPlaced'>).placedAt),
      (data: DataOf<'BillingHoldPlaced'>) => data.placedAt,
    );
    const unable = of('DisclosureExceptionRecorded', stream).find(({ data }) => data.kind === 'unable');
    const said = [...of('ResponseTeamActivated', stream), ...of('BillabilityEstablished', stream)].sort(
      (a, b) => b.position - a.position,
    );
    const charged = said[0]?.data.billable === 'yes' || held !== undefined;
    const outside = withdrawn || !identified || retrospective;
    const talk = { case: caseId, excluded: outside, exceptionAt: unable?.recordedAt };
    return [
      judge('CRP-02', identified ?? activated, [activated], { case: caseId, excluded: outside }),
      judge('CRP-05a', identified ?? activated, [talked], talk),
      judge('CRP-05b', identified ?? activated, [talked], talk),
      judge('CRP-11', activated, [held], { case: caseId, excluded: withdrawn || !charged }),
    ];
  });

  const determinations = of('CrpEligibilityDetermined');
  const lastNo = determinations.map(({ data }) => data.eligible).lastIndexOf(false);
  const eligible = own(determinations[lastNo + 1]);
  const classes = [report.data.eventClass, ...of('SafetyEventTriaged').map(({ data }) => data.eventClass)];
  const [activated] = activations.sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || Date.parse(a.recordedAt) - Date.parse(b.recordedAt),
  );
  const coverage = eligible
    ? [judge('CRP-01', eligible, [activated], { excluded: classes.at(-1) !== 'incident' })]
    : [];

  const serious = own(of('SafetyEventConfirmed').find(({ data }) => data.serious));
  const told = (group: 'board' | 'c_suite') =>
    step(
      earliest(
        of('LeadershipNotified').filter(({ data }) => data.group === group),
        ({ data }) => (data as DataOf<'LeadershipNotified'>).notifiedAt,
      ),
      (data: DataOf<'LeadershipNotified'>) => data.notifiedAt,
    );
  const leaders = serious ? [judge('GOV-01', serious, [told('board'), told('c_suite')])] : [];
  return [...coverage, ...found, ...leaders];
};
