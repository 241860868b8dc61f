import { CASE_STATES, type CaseState } from '../../resolution-case/resolution-case.codes.js';
import { CLOCK_STANDS, type ClockStand } from './work-list.request.js';
import { ENDED } from './work-list.sight.js';

/** How many cases are alike in what the counts go by. */
export interface Counted {
  readonly status: CaseState;
  readonly clock: ClockStand;
  readonly new: boolean;
  readonly mine: boolean;
  readonly cases: number;
}

/** How many cases each filter would list: of the open ones, and of all by status. */
export interface CountedCases {
  readonly open: number;
  readonly new: number;
  readonly mine: number;
  /** Of the open ones, by their most pressing clock: together they are all of them. */
  readonly clock: Readonly<Record<ClockStand, number>>;
  readonly status: Readonly<Record<CaseState, number>>;
}

const sum = (some: readonly Counted[]): number => some.reduce((all, { cases }) => all + cases, 0);

const by = <K extends string>(keys: readonly K[], count: (key: K) => number): Readonly<Record<K, number>> =>
  Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<K, number>;

/** The counts of the list, from how many cases there are of each sort. */
export const countsOf = (all: readonly Counted[]): CountedCases => {
  const open = all.filter(({ status }) => !ENDED.some((ended) => ended === status));
  return {
    open: sum(open),
    new: sum(open.filter((one) => one.new)),
    mine: sum(open.filter(({ mine }) => mine)),
    clock: by(CLOCK_STANDS, (key) => sum(open.filter(({ clock }) => clock === key))),
    status: by(CASE_STATES, (key) => sum(all.filter(({ status }) => status === key))),
  };
};
