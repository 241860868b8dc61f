import type { Merged, Told } from './told.js';

/** What the measures need to know of a patient's or family's concern. */
export interface ConcernSubject {
  readonly kind: 'concern';
  readonly zone: string;
  readonly channel: string;
  readonly language: string;
  readonly category?: string;
  /** When it was submitted. */
  readonly submitted: Told;
  /** When it reached the organization, which a letter does before anybody enters it. */
  readonly received: Told;
  /** Whether there is any way to reach the submitter. */
  readonly reachable: boolean;
  readonly stillAtRisk: boolean;
  /** Taken for spam by two people, until somebody cleared it. */
  readonly spam?: Told;
  /** Came in a flood, until somebody cleared it. */
  readonly quarantined?: Told;
  readonly merged?: Merged;
  /** A person said that it is in hand. */
  readonly acknowledged?: Told;
  /** The classification by which it is a grievance now. */
  readonly grievance?: Told;
  /** The first answer in writing. */
  readonly answered?: Told;
  /** The notice, in writing, that more time is needed: the one that was recorded first. */
  readonly delayed?: Told;
  /** Somebody went there. */
  readonly acted?: Told;
  readonly converted?: Told;
  readonly redirected?: Told;
  readonly withdrawn?: Told;
  readonly reopened: readonly Told[];
}
