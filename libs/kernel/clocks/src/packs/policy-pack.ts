import type { ClockStatus } from '../definitions/definition.js';
import type { Span } from '../span.js';

/** A value of a policy pack, what it rests on, and whether anybody has checked that. */
export interface Sourced<T> {
  readonly value: T;
  /** The tag of the study that it comes from (domain.md section 10), `M` for memory. */
  readonly source: string;
  readonly status: ClockStatus;
}

/** To whom something is reported, and within what time. */
export interface ExternalReportLimit extends Span {
  readonly authority: string;
  readonly starts: string;
}

/** A statute that protects open discussion after harm. */
export interface CandorStatute {
  readonly citation: string;
  /** How long after the provider knew, or should have known, the notice may be sent. */
  readonly noticeWindow: Span;
  readonly requiredNoticeItems: readonly string[];
  readonly whoMayInitiate: readonly ('provider' | 'facility')[];
  readonly writtenAgreement: boolean;
}

/**
 * What the law of a jurisdiction says, as data (domain.md 8.3): never a constant in code, and no legal advice. A part
 * that is absent was not found in any source, and is to be asked of counsel.
 */
export interface PolicyPack {
  /** As in `us-co`. */
  readonly jurisdiction: string;
  readonly version: string;
  readonly title: string;
  /** First and last day on which it is in force, by the day of the event. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly reportableEventList?: Sourced<string>;
  readonly externalReportLimits?: Sourced<readonly ExternalReportLimit[]>;
  readonly writtenDisclosure?: Sourced<Span & { readonly starts: string }>;
  readonly apologyProtection?: Sourced<'none' | 'sympathy' | 'fault'>;
  readonly candorStatute?: Sourced<CandorStatute>;
  readonly minorConsentAges?: Sourced<string>;
  readonly nextOfKinOrder?: Sourced<readonly string[]>;
  readonly retention?: Sourced<Span & { readonly of: string }>;
}
