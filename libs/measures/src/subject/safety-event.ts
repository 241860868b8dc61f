import type { Instant, Precision } from '#kernel/core';
import type { People } from '../measure-snapshot/measure.codes.js';
import type { SubjectCase, SubjectSupport } from './subject-case.js';
import type { Merged, Told } from './told.js';

export type { Charge, SubjectCase } from './subject-case.js';

/** How it came to light, as far as that makes an identification retrospective. */
export type Found = 'by-claim' | 'by-chart-review' | 'otherwise';

/** Who found it. */
export type Finder = 'staff' | 'outside' | 'patients';

/** Harm, from worst to least. */
export type Severity = 'death' | 'severe' | 'moderate' | 'mild' | 'no_harm' | 'unknown';

/** How it came to light: one report, with its times as they were corrected. */
export interface Origin {
  /** Its code, as the report has it. */
  readonly source: string;
  readonly found: Found;
  readonly finder: Finder;
  /** A member of staff reported it, and is owed an answer. */
  readonly byReporter: boolean;
  readonly eventAt: Instant;
  readonly discovered: { readonly at: Instant; readonly precision: Precision; readonly position: number };
  readonly reported: Told;
}

/** What was given to a patient safety organization. */
export interface Submitted extends Told {
  readonly kind: string;
}

/** Another organization has taken it over, from when it accepted. */
export interface Transferred extends Told {
  readonly acceptedAt: Instant;
}

/** What the measures need to know of a safety event and its cases. */
export interface SafetyEventSubject {
  readonly kind: 'safety-event';
  readonly zone: string;
  /** Absent where neither a patient nor one of the workforce was harmed. */
  readonly people?: People;
  /** Where it was last said who was harmed. */
  readonly peopled: number;
  readonly eventClass: 'incident' | 'near_miss' | 'unsafe_condition';
  /** Where its class was last said. */
  readonly classed: number;
  /** Harm as it was rated last, else as it was reported. */
  readonly harm: Severity;
  /** Where it was last said. */
  readonly rated: number;
  readonly type?: string;
  /** What kind of harm it is to those who work here. */
  readonly workforce?: string;
  readonly origin: Origin;
  readonly confirmed?: Told;
  readonly voided?: Told;
  readonly merged?: Merged;
  readonly transferred?: Transferred;
  readonly redirected?: Told;
  readonly reopened: readonly Told[];
  readonly identified?: Told;
  /** Whether it is eligible was said at all, one way or the other. */
  readonly determined: boolean;
  /** The determinations by which it is eligible now, each for one of its patients. */
  readonly eligibleFor?: Readonly<Record<string, Told>>;
  /** The first of them: a safety event is eligible as long as it is for one patient. */
  readonly eligible?: Told;
  /** Its confirmation as serious. */
  readonly serious?: Told;
  readonly boardTold?: Told;
  readonly chiefsTold?: Told;
  /** The reporter heard what came of it. */
  readonly fedBack?: Told;
  readonly submissions: readonly Submitted[];
  readonly cases: Readonly<Record<string, SubjectCase>>;
  /** What is owed to those who were involved, by the keyed id of each support: nobody's name follows from it. */
  readonly support?: Readonly<Record<string, SubjectSupport>>;
}
