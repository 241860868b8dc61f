import type { Instant, Recorded } from '#kernel/core';
import { type ClockedStreams, type ClockRule, toldBy } from './clocked-streams.rules.js';

/** One running of a clock, as the events of its stream tell it: what its deadline has to agree with. */
export interface Course {
  /** The deadline's id. */
  readonly id: string;
  readonly kind: string;
  readonly subject: string | undefined;
  readonly startEventId: string;
  readonly startsAt: Instant;
  /** When its start was recorded. */
  readonly recordedAt: Instant;
  readonly zone: string;
  /** When each part that it waits for was done, first. */
  readonly done: Readonly<Record<string, Instant>>;
  /** When everything was. */
  readonly stoppedAt?: Instant;
  /** The event that made it void, and whether that ended the whole record. */
  readonly cancelled?: { readonly by: string; readonly withRecord: boolean };
  readonly correctedBy?: string;
  /** Who answers for this clock alone. */
  readonly owner?: string;
}

/** The courses of a stream's clocks, in the order they began, and who answers for the record. */
export interface Courses {
  readonly all: readonly Course[];
  readonly owner?: string;
}

/** An id that follows from these parts, the same every time. */
export type IdOf = (...parts: readonly string[]) => string;

/** History that is brought in is no work that waits: it is entered with this reason (domain.md 8.16). */
const IMPORTED = 'imported-history';
const WHOLE = 'whole';

const isUnderWay = ({ stoppedAt, cancelled }: Course): boolean => !stoppedAt && !cancelled;

/** The courses after one more event. */
export const evolveCourses = (streams: ClockedStreams, idOf: IdOf, before: Courses, event: Recorded): Courses => {
  const owner = toldBy(streams.owners, event) ?? before.owner;
  let all = streams.rules.reduce((courses, rule) => followed(rule, idOf, courses, event), before.all);
  if (toldBy(streams.ends, event))
    all = all.map((course) => (isUnderWay(course) ? voided(course, event, true) : course));
  if (toldBy(streams.revives, event))
    all = [...all, ...all.filter(endedWithRecord).map((one) => again(one, idOf, event))];
  return { all, ...(owner !== undefined && { owner }) };
};

const followed = (rule: ClockRule, idOf: IdOf, courses: readonly Course[], event: Recorded): readonly Course[] => {
  const subject = toldBy(rule.subject, event);
  const at = courses.findLastIndex((course) => course.kind === rule.kind && course.subject === subject);
  const last = courses[at];
  const startsAt = event.meta.reasonCode === IMPORTED ? undefined : toldBy(rule.starts, event);
  if (startsAt !== undefined && (!last || !isUnderWay(last) || rule.rolling)) {
    const past = last && isUnderWay(last) ? courses.with(at, stopped(rule, last, startsAt, WHOLE)) : courses;
    return [...past, begun(rule, idOf, event, startsAt, subject)];
  }
  return last ? courses.with(at, changed(rule, last, event)) : courses;
};

const begun = (
  rule: ClockRule,
  idOf: IdOf,
  event: Recorded,
  startsAt: Instant,
  subject: string | undefined,
): Course => {
  const owner = toldBy(rule.owners, event);
  return {
    id: idOf(event.org, event.stream, rule.kind, event.eventId),
    kind: rule.kind,
    subject,
    startEventId: event.eventId,
    startsAt,
    recordedAt: event.recordedAt,
    zone: event.meta.zone ?? 'UTC',
    done: {},
    ...(owner !== undefined && { owner }),
  };
};

/** What ended with its record and starts again with it, from where it started: a deadline of its own. */
const again = (course: Course, idOf: IdOf, event: Recorded): Course => {
  const { cancelled, ...rest } = course;
  const id = idOf(event.org, event.stream, course.kind, course.startEventId, event.eventId);
  return { ...rest, id, startEventId: event.eventId, recordedAt: event.recordedAt };
};

/** Ended by the last end of the record, and not started again since. */
const endedWithRecord = (course: Course, index: number, all: readonly Course[]): boolean =>
  course.cancelled?.withRecord === true &&
  !all.slice(index + 1).some(({ kind, subject }) => kind === course.kind && subject === course.subject);

const voided = (course: Course, { eventId }: Recorded, withRecord: boolean): Course => ({
  ...course,
  cancelled: { by: eventId, withRecord },
});

const changed = (rule: ClockRule, course: Course, event: Recorded): Course => {
  if (course.cancelled) return course;
  const corrected = toldBy(rule.corrects, event);
  const owner = toldBy(rule.owners, event) ?? course.owner;
  const moved = {
    ...course,
    ...(corrected !== undefined && { startsAt: corrected, correctedBy: event.eventId }),
    ...(owner !== undefined && { owner }),
  };
  const doneAt = toldBy(rule.stops, event);
  const stoppedNow =
    doneAt === undefined ? moved : stopped(rule, moved, doneAt, toldBy(rule.parts?.of, event) ?? WHOLE);
  return isUnderWay(stoppedNow) && toldBy(rule.cancels, event) ? voided(stoppedNow, event, false) : stoppedNow;
};

/** The earliest time at which a part was done counts, whenever it was told; the last part ends the waiting. */
const stopped = (rule: ClockRule, course: Course, at: Instant, part: string): Course => {
  const before = course.done[part];
  const done = { ...course.done, [part]: before !== undefined && before < at ? before : at };
  const parts = rule.parts && part !== WHOLE ? rule.parts.all : [WHOLE];
  const times = parts.map((one) => done[one]);
  if (times.includes(undefined)) return { ...course, done };
  const latest = (times as Instant[]).sort().at(-1);
  return { ...course, done, ...(latest !== undefined && { stoppedAt: latest }) };
};
