import type { ClockDefinition } from './definitions/definition.js';

/** By what the clocks of an organization run. */
export interface ClockPolicy {
  /** What the organization has defined itself, every version. What it has not runs by the default. */
  readonly own: readonly ClockDefinition[];
  /** The id of the holiday calendar that business days are counted by. */
  readonly calendar: string;
}

/** How an organization wants its clocks to run. The kernel asks through this port; the organizations context answers. */
export abstract class ClockPolicies {
  /** The policy of an organization, with the calendar of one of its facilities. It may be some seconds old. */
  abstract policyOf(org: string, facilityId: string | undefined): Promise<ClockPolicy>;
}

/** The calendar of a facility that has named none. */
export const DEFAULT_CALENDAR = 'us-federal';
