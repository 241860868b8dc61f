import type { CaseOutcome } from './case-outcome.js';
import type { Merged, Told } from './told.js';

/** Whether a case's care had a charge that could be held, and which event said so last. */
export interface Charge {
  readonly billable: 'yes' | 'no' | 'unknown';
  readonly position: number;
}

/** How often the family wants to hear from us; without days, they come when they want to. */
export interface Wish extends Told {
  readonly everyDays?: number;
}

/** A pause that the patient asked for begins, or the case goes on. */
export interface Turn extends Told {
  readonly turn: 'held' | 'resumed';
}

/** What the measures need to know of a resolution case. */
export interface SubjectCase extends CaseOutcome {
  readonly activated?: Told;
  readonly talked?: Told;
  /** The patient was unable and nobody else could be told. */
  readonly unable?: Told;
  readonly declined?: Told;
  readonly unreachable?: Told;
  /** A liaison whom the patient can reach. */
  readonly liaison?: Told;
  /** Every contact with patient or family, the first talk among them, by where it was told. */
  readonly contacts?: readonly Told[];
  /** How often they want to hear from us, by where it was told. */
  readonly wishes?: readonly Wish[];
  readonly findings?: Told;
  readonly closed?: Told;
  /** Pauses by the patient's wish, and what ended them, by where it was told. */
  readonly turns?: readonly Turn[];
  readonly resolved?: Told;
  readonly charge?: Charge;
  readonly held?: Told;
  readonly withdrawn?: Told;
  /** It goes on in another case of the same patient. */
  readonly merged?: Merged;
}

/** The support of one person who was involved, by its times alone. */
export interface SubjectSupport {
  readonly owed: Told;
  readonly offered?: Told;
  /** They do not belong to the facility. */
  readonly outside: boolean;
  readonly inError?: Told;
}
