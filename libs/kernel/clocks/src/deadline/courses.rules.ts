import type { DomainEvent, Instant, Recorded } from '#kernel/core';
import { type ClockedStreams, type ClockRule, type Tells, toldBy, type Within } from './clocked-streams.rules.js';

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
  /** How long it runs, where that is its own. */
  readonly within?: Within;
  /** When each part that it waits for was done, first. */
  readonly done: Readonly<Record<string, Instant>>;
  /** When everything was. */
  readonly stoppedAt?: Instant;
  /** The event that made it void, and whether that ended the whole record. */
  readonly cancelled?: { readonly by: string; readonly withRecord: boolean };
  readonly correctedBy?: string;
  /** Who answers for this clock alone. */
  readonly owner?: string;
  /** Nobody does by name. */
  readonly ofRole?: true;
}

/** The courses of a stream's clocks, in the order they began, who answers for the record, and what its rules remember. */
export interface Courses {
  readonly all: readonly Course[];
  readonly owner?: string;
  readonly memory?: unknown;
}

/** Before the first event. */
export const noCourses = ({ remembers }: ClockedStreams): Courses => ({
  all: [],
  ...(remembers && { memory: remembers.initial }),
});

/** An id that follows from these parts, the same every time. */
export type IdOf = (...parts: readonly string[]) => string;

/** History that is brought in is no work that waits: it is entered with this reason (domain.md 8.16). */
const IMPORTED = 'imported-history';
const WHOLE = 'whole';

const isUnderWay = ({ stoppedAt, cancelled }: Course): boolean => !stoppedAt && !cancelled;

/** The courses after one more event. */
export const evolveCourses = (streams: ClockedStreams, idOf: IdOf, before: Courses, event: Recorded): Courses => {
  const { memory } = before;
  const owner = toldBy(streams.owners, event, memory) ?? before.owner;
  const hears = { idOf, event, told: <T>(tells: Tells<DomainEvent, T> | undefined) => toldBy(tells, event, memory) };
  let all = streams.rules.reduce((courses, rule) => followed(rule, hears, courses), before.all);
  if (hears.told(streams.ends)) all = all.map((course) => (isUnderWay(course) ? voided(course, event, true) : course));
  if (hears.told(streams.revives)) all = [...all, ...all.filter(endedWithRecord).map((one) => again(one, idOf, event))];
  return {
    all,
    ...(owner !== undefined && { owner }),
    ...(streams.remembers && { memory: hears.told(streams.remembers.after) ?? memory }),
  };
};

/** An event, and what it says by a table of some rule. */
interface Heard {
  readonly idOf: IdOf;
  readonly event: Recorded;
  told<T>(tells: Tells<DomainEvent, T> | undefined): T | undefined;
}

const followed = (rule: ClockRule, heard: Heard, courses: readonly Course[]): readonly Course[] => {
  const subject = heard.told(rule.subject);
  const at = courses.findLastIndex((course) => course.kind === rule.kind && course.subject === subject);
  const last = courses[at];
  const startsAt = startOf(rule, heard);
  if (startsAt === undefined) return last ? courses.with(at, changed(rule, last, heard)) : courses;
  const fresh = begun(rule, heard, startsAt, subject);
  if (!last || !isUnderWay(last)) return [...courses, fresh];
  if (heard.told(rule.cancels)) return [...courses.with(at, voided(last, heard.event, false)), fresh];
  if (rule.rolling && startsAt > last.startsAt)
    return [...courses.with(at, stopped(rule, last, startsAt, WHOLE)), fresh];
  return courses.with(at, changed(rule, last, heard));
};

const startOf = ({ starts }: ClockRule, { event, told }: Heard): Instant | undefined =>
  event.meta.reasonCode === IMPORTED ? undefined : told(starts);

const begun = (
  rule: ClockRule,
  { idOf, event, told }: Heard,
  startsAt: Instant,
  subject: string | undefined,
): Course => {
  const owner = told(rule.owners);
  const within = told(rule.within);
  return {
    id: idOf(event.org, event.stream, rule.kind, event.eventId, ...(subject === undefined ? [] : [subject])),
    kind: rule.kind,
    subject,
    startEventId: event.eventId,
    startsAt,
    recordedAt: event.recordedAt,
    zone: event.meta.zone ?? 'UTC',
    ...(within && { within }),
    done: {},
    ...(owner !== undefined && { owner }),
    ...(rule.ofRole && { ofRole: true as const }),
  };
};

/** What ended with its record and starts again with it, from where it started: a deadline of its own. */
const again = (course: Course, idOf: IdOf, event: Recorded): Course => {
  const { cancelled, ...rest } = course;
  const { kind, subject, startEventId } = course;
  const parts = [kind, startEventId, event.eventId, ...(subject === undefined ? [] : [subject])];
  const id = idOf(event.org, event.stream, ...parts);
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

const changed = (rule: ClockRule, course: Course, heard: Heard): Course => {
  if (course.cancelled) return course;
  const { event, told } = heard;
  const corrected = told(rule.corrects);
  const owner = told(rule.owners) ?? course.owner;
  // what would start a clock tells the length of the one that it starts, and of no other
  const within = isUnderWay(course) && told(rule.starts) === undefined ? told(rule.within) : undefined;
  const moved = {
    ...course,
    ...(corrected !== undefined && { startsAt: corrected }),
    ...(within && { within }),
    ...((corrected !== undefined || within) && { correctedBy: event.eventId }),
    ...(owner !== undefined && { owner }),
  };
  const doneAt = told(rule.stops);
  const stoppedNow = doneAt === undefined ? moved : stopped(rule, moved, doneAt, told(rule.parts?.of) ?? WHOLE);
  return isUnderWay(stoppedNow) && told(rule.cancels) ? voided(stoppedNow, event, false) : stoppedNow;
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
