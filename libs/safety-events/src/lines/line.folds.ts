import { businessDaysBetween, calendarOf } from '#kernel/clocks';
import type { Recorded } from '#kernel/core';
import type { Flag, HarmSeverity } from '../safety-event/safety-event.codes.js';
import type { SafetyEventFact } from '../safety-event/safety-event.events.js';
import type { SafetyEventListRow } from './safety-event-list.row.js';

export type Line = Omit<SafetyEventListRow, 'org' | 'id'>;
type Fact<T extends SafetyEventFact['type']> = Recorded<Extract<SafetyEventFact, { type: T }>>;

const DAY = 86_400_000;
const HOLIDAYS = calendarOf('us-federal');

/** What is unknown may yet turn out to be harm: it stands above what did none. */
const WEIGHTS: Record<HarmSeverity, number> = { death: 5, severe: 4, moderate: 3, mild: 2, unknown: 1, no_harm: 0 };
export const weightOf = (harm: HarmSeverity = 'unknown'): number => WEIGHTS[harm];

/** A line with what changed, and where it now stands. */
export const moved = (
  line: Line | undefined,
  { revision, position }: Recorded,
  changes: Partial<Line>,
): Line | undefined => line && { ...line, ...changes, revision, position };

/** What changes nothing that a line shows moves its revision. */
export const goesOn = (event: Recorded, line: Line | undefined) => moved(line, event, {});

/** The line of a report. */
export const reported = (event: Fact<'SafetyEventReported'>): Line => {
  const { data, occurredAt, recordedAt, revision, position } = event;
  const { eventAt, harmReported, ...told } = data;
  return {
    status: 'reported',
    eventClass: told.eventClass,
    category: told.category,
    furtherCategories: told.furtherCategories ?? [],
    harmed: told.harmed,
    harmReported,
    harm: harmReported,
    weight: weightOf(harmReported),
    harmSince: recordedAt,
    facilityId: told.facilityId,
    unitId: told.unitId,
    source: told.source,
    flags: told.flags ?? [],
    confidentiality: told.confidentiality ?? 'confidential',
    workforceKind: told.workforce?.kind,
    eventAt: eventAt.value,
    eventPrecision: eventAt.precision,
    discoveredAt: told.discoveredAt.value,
    reportedAt: recordedAt,
    lateEntry: Date.parse(recordedAt) - Date.parse(occurredAt) > DAY,
    reporter: told.reporter,
    hasReceipt: false,
    absorbed: [],
    dismissed: [],
    patients: [],
    patientFacts: false,
    addenda: 0,
    messagesToReporter: 0,
    messagesFromReporter: 0,
    unanswered: 0,
    feedback: 0,
    zone: event.meta.zone ?? 'UTC',
    revision,
    position,
  };
};

/** What it changes that harm was rated: by triage, or beside it, which holds from then on. */
export const rated = (
  line: Line | undefined,
  { recordedAt }: Pick<Recorded, 'recordedAt'>,
  rating: Pick<Line, 'harmSeverity'> | Pick<Line, 'harmAssessed'>,
): Partial<Line> => {
  const { harmAssessed, harmSeverity, harmReported } = { ...line, ...rating };
  const harm = harmAssessed ?? harmSeverity ?? harmReported;
  return { ...rating, harm, weight: weightOf(harm), ...(harm !== line?.harm && { harmSince: recordedAt }) };
};

/** The flags with one raised or lowered. */
export const flagged = (flags: readonly Flag[], flag: Flag, raised: boolean): readonly Flag[] => [
  ...flags.filter((one) => one !== flag),
  ...(raised ? [flag] : []),
];

/** Ids with one more, each once. */
export const withId = (ids: readonly string[], id: string): readonly string[] => [...new Set([...ids, id])];

/** What a correction says now; what it does not speak of stays. */
export const corrected = ({ data: { new: told } }: Fact<'SafetyEventCorrected'>): Partial<Line> => ({
  ...(told.eventAt && { eventAt: told.eventAt.value, eventPrecision: told.eventAt.precision }),
  ...(told.discoveredAt && { discoveredAt: told.discoveredAt.value }),
  ...(told.unitId && { unitId: told.unitId }),
  ...(told.category && { category: told.category }),
  ...(told.harmed && { harmed: told.harmed }),
});

/** A message between the office and the reporter. */
export const messaged = (line: Line | undefined, { data }: Fact<'ReporterMessageExchanged'>): Partial<Line> =>
  data.direction === 'to_reporter'
    ? { messagesToReporter: (line?.messagesToReporter ?? 0) + 1, unanswered: (line?.unanswered ?? 0) + 1 }
    : { messagesFromReporter: (line?.messagesFromReporter ?? 0) + 1, unanswered: 0 };

/** Feedback; how long the first took is counted in business days, the day of the report being day 0. */
export const answered = (line: Line | undefined, { data }: Fact<'ReporterFeedbackGiven'>): Partial<Line> => {
  if (!line) return {};
  const first = line.firstFeedbackAt === undefined && {
    firstFeedbackAt: data.givenAt,
    feedbackDays: businessDaysBetween(line.reportedAt, data.givenAt, line.zone, HOLIDAYS),
  };
  return { feedback: line.feedback + 1, ...first };
};
