import type { Instant } from '#kernel/core';
import type { MeasureId, Status } from '../../measure-snapshot/measure.codes.js';
import { businessEnd, dateOf, dayEnd, yearEnd } from './slow-calendar.examples.js';
import type { Step } from './slow-log.examples.js';

export interface SlowCase {
  readonly measure: MeasureId;
  readonly subject: string;
  readonly case?: string;
  readonly people: 'patients' | 'workforce';
  readonly month: string;
  readonly status: Status;
  readonly minutes?: number;
  readonly late: boolean;
  readonly reopened: boolean;
}

/** Of what a case is, whatever is measured of it. */
export type Whose = Pick<SlowCase, 'subject' | 'people' | 'reopened'> & {
  readonly zone: string;
  readonly now: Instant;
};

export interface Judged {
  readonly case?: string;
  readonly excluded?: boolean;
  readonly exceptionAt?: Instant | undefined;
  /** Until when it is in time, where that does not follow from the anchor alone. */
  readonly due?: number;
  /** What alone may have been entered late. */
  readonly entered?: readonly Step[];
}

const MINUTE = 60_000;

const DUE: Readonly<Record<MeasureId, (from: Instant, zone: string) => number | undefined>> = {
  'CRP-01': () => undefined,
  'CRP-02': (from) => Date.parse(from) + 30 * MINUTE,
  'CRP-03': (from) => Date.parse(from) + 30 * MINUTE,
  'CRP-04': () => undefined,
  'CRP-05a': (from) => Date.parse(from) + 60 * MINUTE,
  'CRP-05b': (from) => Date.parse(from) + 24 * 60 * MINUTE,
  'CRP-06': () => undefined,
  'CRP-07': () => undefined,
  'CRP-10': (from) => Date.parse(from) + 24 * 60 * MINUTE,
  'CRP-11': (from, zone) => businessEnd(from, 1, zone),
  'RES-01': (from, zone) => dayEnd(from, 90, zone),
  'RES-02': () => undefined,
  'RES-03': (from, zone) => dayEnd(from, 180, zone),
  'RES-04': () => undefined,
  'RES-05': () => undefined,
  'RES-06': (from, zone) => yearEnd(from, zone),
  'PC-01': (from, zone) => businessEnd(from, 2, zone),
  'PC-02': (from, zone) => dayEnd(from, 7, zone),
  'GOV-01': (from, zone) => businessEnd(from, 3, zone),
};

/** How a case stands in a measure, from its anchor and all that has to be done. */
export const judge = (
  measure: MeasureId,
  { zone, now, ...whose }: Whose,
  anchor: Step,
  done: readonly (Step | undefined)[],
  more: Judged = {},
): SlowCase => {
  const steps = done.filter((step): step is Step => step !== undefined);
  const complete = steps.length === done.length;
  const doneAt = complete ? Math.max(...steps.map(({ at }) => Date.parse(at))) : undefined;
  const hours = ['CRP-02', 'CRP-03', 'CRP-05a'].includes(measure) ? 4 : 24;
  const isLate = ({ at, recordedAt }: Step) => Date.parse(recordedAt) - Date.parse(at) > hours * 60 * MINUTE;
  return {
    measure,
    ...whose,
    ...(more.case && { case: more.case }),
    month: dateOf(anchor.at, zone).slice(0, 7),
    status: statusOf(measure, more.due ?? DUE[measure](anchor.at, zone), doneAt, now, more),
    ...(doneAt !== undefined && { minutes: Math.max(0, doneAt - Date.parse(anchor.at)) / MINUTE }),
    late: (more.entered ?? [anchor, ...(complete ? steps : [])]).some(isLate),
  };
};

const statusOf = (
  measure: MeasureId,
  due: number | undefined,
  doneAt: number | undefined,
  now: Instant,
  { excluded, exceptionAt }: Judged,
): Status => {
  if (excluded) return 'excluded';
  const early = measure === 'RES-06' && due !== undefined && Date.parse(now) <= due;
  if (doneAt !== undefined && doneAt <= (due ?? doneAt)) return early ? 'notMatured' : 'met';
  if (exceptionAt && Date.parse(exceptionAt) <= (due ?? Number.POSITIVE_INFINITY)) return 'exception';
  return due !== undefined && Date.parse(now) <= due ? 'notMatured' : 'failed';
};
