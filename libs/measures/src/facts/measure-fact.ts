import { calendarOf, dueAt, periodOf } from '#kernel/clocks';
import type { Instant } from '#kernel/core';
import type { Definition, Reason } from '../definitions/definition.js';
import { NO_PATIENT, VOIDED } from '../definitions/exclusions.js';
import type { MeasureId, People } from '../measure-snapshot/measure.codes.js';
import type { Subject, Told } from '../subject/subject.js';

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
  /** The code of the exclusion or exception. */
  readonly why?: string;
  /** A deciding event was entered late (rule 7). */
  readonly late: boolean;
  /** The deciding events. */
  readonly positions: readonly number[];
}

/** A reason that holds for a case, and the event that says so. */
export interface Holding {
  readonly reason: Reason;
  readonly position: number;
}

/** What decides about one case of a measure. */
export interface Course {
  readonly case?: string;
  readonly anchor: Told;
  /** What completes it: all of these, the last one deciding. Empty while something is missing. */
  readonly done: readonly Told[];
  readonly excluded?: Holding;
  readonly exception?: Holding & { readonly recordedAt: Instant };
}

const HOUR = 3_600_000;
/** From when on an entry is late: 4 hours for clocks of minutes, else 24 (domain.md 2.2, rule 7). */
const lateAfter = ({ limit }: Definition): number => (limit?.clock === 'MINUTES' ? 4 : 24) * HOUR;

/** The fact that follows for a measure. Pure: no clock. */
export const factOf = (definition: Definition, subject: Subject, course: Course): MeasureFact => {
  const { anchor, done, exception } = course;
  const { zone, people = 'patients' } = subject;
  const due = dueOf(definition, anchor, zone);
  const doneAt = done
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const excluded = outside(subject) ?? course.excluded;
  const verdict = verdictOf({ due, doneAt, excluded, exception });
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
    ...(verdict.holding && { why: verdict.holding.reason.code }),
    late: [anchor, ...done].some(isLate),
    positions: positionsOf([anchor, ...done, ...(verdict.holding ? [verdict.holding] : [])]),
  };
};

/** What keeps a safety event out of every measure. */
const outside = ({ voided, people, reported }: Subject): Holding | undefined => {
  if (voided) return { reason: VOIDED, position: voided.position };
  return people ? undefined : { reason: NO_PATIENT, position: reported };
};

const dueOf = ({ limit, calendar }: Definition, anchor: Told, zone: string): Instant | undefined =>
  limit && dueAt(anchor.at, limit, zone, calendarOf(calendar?.id ?? 'us-federal'));

interface Evidence extends Pick<Course, 'excluded' | 'exception'> {
  readonly due: Instant | undefined;
  readonly doneAt: Instant | undefined;
}

/** Done in time comes before an exception, and an exception counts where it was recorded by the limit (rule 3). */
const verdictOf = ({
  due,
  doneAt,
  excluded,
  exception,
}: Evidence): { outcome: MeasureFact['outcome']; holding?: Holding } => {
  if (excluded) return { outcome: 'excluded', holding: excluded };
  if (doneAt && (!due || doneAt <= due)) return { outcome: 'met' };
  if (exception && due && exception.recordedAt <= due) return { outcome: 'exception', holding: exception };
  return { outcome: 'unmet' };
};

const positionsOf = (deciding: readonly { readonly position: number }[]): readonly number[] =>
  [...new Set(deciding.map(({ position }) => position))].sort((a, b) => a - b);
