import { CASE_STATES, type CaseState } from '../../resolution-case/resolution-case.codes.js';
import { CLOCK_STANDS, type ClockStand } from './work-list.request.js';

/** How many open cases are alike in what the counts go by. */
export interface CountedOpen {
  readonly clock: ClockStand;
  readonly new: boolean;
  readonly mine: boolean;
  readonly cases: number;
}

/** How many cases stand so, ended ones too. */
export interface CountedStatus {
  readonly status: CaseState;
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

const sum = (some: readonly { readonly cases: number }[]): number => some.reduce((all, { cases }) => all + cases, 0);

const by = <K extends string>(keys: readonly K[], count: (key: K) => number): Readonly<Record<K, number>> =>
  Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<K, number>;

/** The counts of the list, from how many cases there are of each sort. */
export const countsOf = (open: readonly CountedOpen[], all: readonly CountedStatus[]): CountedCases => ({
  open: sum(open),
  new: sum(open.filter((one) => one.new)),
  mine: sum(open.filter(({ mine }) => mine)),
  clock: by(CLOCK_STANDS, (key) => sum(open.filter(({ clock }) => clock === key))),
  status: by(CASE_STATES, (key) => sum(all.filter(({ status }) => status === key))),
});
