import type { Told } from './told.js';

/** What the measures need to know of how a case was judged, and of what was offered in it (domain.md 2.3, RES-01..04). */
export interface CaseOutcome {
  /** The first determination that decided something. */
  readonly determined?: Told;
  /** The determination by which the care stands as unreasonable. */
  readonly unreasonable?: Told;
  /** The first pause that the patient wanted or needed. */
  readonly paused?: Told;
  /** What an examiner was to find was waited for. */
  readonly recordPending?: Told;
  readonly referred?: Told;
  /** There is no insurer. */
  readonly selfFunded?: Told;
  /** The first written claim. */
  readonly claimed?: Told;
  /** The suit that was recorded first. */
  readonly sued?: Told;
  /** The suit that was filed first. */
  readonly suit?: Told;
  /** The patient wants no such program. */
  readonly refused?: Told;
  /** That they may have a lawyer, in writing. */
  readonly advised?: Told;
  readonly offered?: Told;
  /** The first offer of what is paid for. */
  readonly compensated?: Told;
}
