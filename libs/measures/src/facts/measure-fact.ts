import { calendarOf, dueAt, periodOf } from '#kernel/clocks';
import type { Instant } from '#kernel/core';
import type { Definition, Reason } from '../definitions/definition.js';
import type { MeasureId, People } from '../measure-snapshot/measure.codes.js';
import type { Told } from '../subject/told.js';

/**
 * What a measure knows of one case, whatever the time is: where it is `unmet`, it has failed once its limit has passed
 * and is not matured before (domain.md 2.2, rule 2). The one comparison with a time is made where figures are counted.
 */
export interface MeasureFact {
  readonly measure: MeasureId;
  readonly case?: string;
  readonly people: People;
  readonly anchorAt: Instant;
  readonly month: string;
  readonly quarter: string;
  /** The last instant that is in time. */
  readonly dueAt?: Instant;
  readonly doneAt?: Instant;
  readonly outcome: 'met' | 'unmet' | 'exception' | 'excluded';
  /** What is met counts no sooner than what is not: once the limit has passed. */
  readonly waits?: true;
  /** The code of the exclusion or exception. */
  readonly why?: string;
  /** A deciding event was entered late (rule 7). */
  readonly late: boolean;
  /** It was opened again after it was done: that changes nothing of the first result (rule 5). */
  readonly reopened: boolean;
  /** The deciding events. */
  readonly positions: readonly number[];
}

/** A reason that holds for a case, and the event that says so. */
export interface Holding {
  readonly reason: Reason;
  readonly position: number;
}

/** Of whom and where a case is, whatever is measured of it. */
export interface Setting {
  readonly zone: string;
  readonly people: People;
  readonly reopened: boolean;
  /** What keeps it out of every measure of its kind. */
  readonly outside: Holding | undefined;
}

/** What decides about one case of a measure. */
export interface Course {
  readonly case?: string;
  readonly anchor: Told;
  /** What completes it: all of these, the last one deciding. Empty while something is missing. */
  readonly done: readonly Told[];
  readonly excluded?: Holding | undefined;
  readonly exception?: (Holding & { readonly recordedAt: Instant }) | undefined;
  /** When its clock stood still: ended pauses only. */
  readonly pauses?: readonly { readonly from: Instant; readonly to: Instant }[];
  /** What else made it count, beside anchor and completion. */
  readonly because?: readonly { readonly position: number }[];
  /** What may have been entered late; anchor and completion, where nothing else is said. */
  readonly entered?: readonly Told[];
}

const HOUR = 3_600_000;
/** From when on an entry is late: 4 hours for clocks of minutes, else 24 (domain.md 2.2, rule 7). */
const lateAfter = ({ limit }: Definition): number => (limit?.clock === 'MINUTES' ? 4 : 24) * HOUR;

/** The fact that follows for a measure. Pure: no clock. */
export const factOf = (definition: Definition, setting: Setting, course: Course): MeasureFact => {
  const { anchor, done, exception, because = [], entered = [anchor, ...done], pauses = [] } = course;
  const { zone, people, reopened } = setting;
  const due = dueOf(definition, anchor, zone, pauses);
  const doneAt = done
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const verdict = verdictOf({ due, doneAt, excluded: setting.outside ?? course.excluded, exception });
  const isLate = ({ at, recordedAt }: Told) => Date.parse(recordedAt) - Date.parse(at) > lateAfter(definition);
  return {
    measure: definition.id,
    ...(course.case && { case: course.case }),
    people,
    anchorAt: anchor.at,
    month: periodOf(anchor.at, zone, 'month'),
    quarter: periodOf(anchor.at, zone, 'quarter'),
    ...(due && { dueAt: due }),
    ...(doneAt && { doneAt }),
    outcome: verdict.outcome,
    ...(definition.waits && { waits: true as const }),
    ...(verdict.holding && { why: verdict.holding.reason.code }),
    late: entered.some(isLate),
    reopened,
    // a confidential figure leads to no event
    positions: definition.confidential
      ? []
      : positionsOf([anchor, ...done, ...because, ...(verdict.holding ? [verdict.holding] : [])]),
  };
};

/** The reason of a definition that goes by a code, held by an event. Throws where the definition has none. */
export const held = ({ id, exclusions, exceptions }: Definition, code: string, position: number): Holding => {
  const reason = [...exclusions, ...exceptions].find((one) => one.code === code);
  if (!reason) throw new Error(`${id} knows no ${code}`);
  return { reason, position };
};

const dueOf = (
  { limit, calendar }: Definition,
  anchor: Told,
  zone: string,
  pauses: NonNullable<Course['pauses']>,
): Instant | undefined => limit && dueAt(anchor.at, limit, zone, calendarOf(calendar?.id ?? 'us-federal'), pauses);

interface Evidence extends Pick<Course, 'excluded' | 'exception'> {
  readonly due: Instant | undefined;
  readonly doneAt: Instant | undefined;
}

/**
 * Done in time comes before an exception, and an exception counts where it was recorded by the limit (rule 3); without a
 * limit it counts whenever it was.
 */
const verdictOf = ({
  due,
  doneAt,
  excluded,
  exception,
}: Evidence): { outcome: MeasureFact['outcome']; holding?: Holding } => {
  if (excluded) return { outcome: 'excluded', holding: excluded };
  if (doneAt && (!due || doneAt <= due)) return { outcome: 'met' };
  if (exception && (!due || exception.recordedAt <= due)) return { outcome: 'exception', holding: exception };
  return { outcome: 'unmet' };
};

/** The places of events in the ledger, each once, in order. */
export const positionsOf = (deciding: readonly { readonly position: number }[]): readonly number[] =>
  [...new Set(deciding.map(({ position }) => position))].sort((a, b) => a - b);
