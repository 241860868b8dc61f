import type { Instant } from '#kernel/core';
import type { ClockKind, PauseReason, ToldRole } from '../deadline/deadline.codes.js';
import type { ClockTerms } from '../deadline/tending.rules.js';

/** Whose rule it is: ours, an accreditor's or programme's, or the law's. The last two never stand still (domain.md 8.2). */
export const CLOCK_NATURES = ['internal', 'accreditor', 'statutory'] as const;
export type ClockNature = (typeof CLOCK_NATURES)[number];

/** What a limit rests on: a source that was read, somebody's memory, or a choice of policy that has no outside source. */
export const CLOCK_STATUSES = ['verified', 'unverified', 'policy'] as const;
export type ClockStatus = (typeof CLOCK_STATUSES)[number];

/**
 * How one kind of clock runs, in one version: data, and never a constant in code (domain.md 8.2). What starts and stops
 * it is told in words here, and as rules by the context whose events those are.
 */
export interface ClockDefinition {
  /** As in `DL-19`. */
  readonly kind: string;
  /** 1 is the one that ships; an organization's own begin with 2. */
  readonly version: number;
  /** What starts and is recorded from then on runs by this version. Absent in the one that ships. */
  readonly since?: Instant;
  readonly title: string;
  readonly starts: string;
  readonly stops: string;
  /** Absent where every start brings its own limit, or a policy pack does: no clock runs that has none. */
  readonly clock?: ClockKind;
  readonly amount?: number;
  /** Whether such clocks run: `measured` ones are over when they are recorded, and only measures look at them. */
  readonly runs: 'yes' | 'no' | 'measured';
  readonly nature: ClockNature;
  /** For which reasons it may stand still; none: never. */
  readonly pausableFor: readonly PauseReason[];
  /** How often it may be extended. */
  readonly extensions: number;
  /** Who is told where nobody owns it. */
  readonly tells: ToldRole;
  readonly lifeAtRisk: boolean;
  /** The source's tag in the study that it comes from (domain.md section 10), as `S13`, `M` for memory, `D` for a choice. */
  readonly basis: string;
  readonly status: ClockStatus;
  /** What is to be known about it. */
  readonly note?: string;
}

/** Definitions as clocks run by them: of each kind the oldest first. */
export const termsOf = (definitions: readonly ClockDefinition[]): readonly ClockTerms[] =>
  definitions
    .map(({ status, clock = 'CALENDAR_DAYS', runs, ...definition }) => ({
      ...definition,
      runs: runs === 'yes',
      clock,
      unverified: status === 'unverified',
    }))
    .sort((a, b) => a.version - b.version);

/** The definitions that are in force at a time: of each kind the last version that counts by then. */
export const inForceAt = (definitions: readonly ClockDefinition[], at: Instant): readonly ClockDefinition[] => {
  const byKind = new Map<string, ClockDefinition>();
  for (const one of [...definitions].sort((a, b) => a.version - b.version))
    if (one.since === undefined || one.since <= at) byKind.set(one.kind, one);
  return [...byKind.values()];
};
