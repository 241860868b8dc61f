import type { Instant } from '#kernel/core';
import type { ClockDefinition } from './definitions/definition.js';

/** The law of a jurisdiction that an organization, or one facility of it, goes by. */
export interface AdoptedPack {
  /** As in `us-co`. Which version counts for a record follows from the day of its event. */
  readonly jurisdiction: string;
  /** Absent: the whole organization. */
  readonly facilityId?: string;
  readonly since: Instant;
}

/** By what the clocks of an organization run. */
export interface ClockPolicy {
  /** What the organization has defined itself, every version. What it has not runs by the default. */
  readonly own: readonly ClockDefinition[];
  /** The id of the holiday calendar that business days are counted by. */
  readonly calendar: string;
  /** The policy packs that were adopted for all of it or for the facility, in the order in which they were. */
  readonly packs: readonly AdoptedPack[];
}

/** How an organization wants its clocks to run. The kernel asks through this port; the organizations context answers. */
export abstract class ClockPolicies {
  /** The policy of an organization, with the calendar of one of its facilities. It may be some seconds old. */
  abstract policyOf(org: string, facilityId: string | undefined): Promise<ClockPolicy>;
}

/** The calendar of a facility that has named none. */
export const DEFAULT_CALENDAR = 'us-federal';
