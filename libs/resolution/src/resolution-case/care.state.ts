import type { Instant } from '#kernel/core';
import type { Billable, Criterion, CriterionResult, Determination } from './resolution-case.codes.js';
import type { CaseFact } from './resolution-case.events.js';

/** How the care was judged, what the bill does meanwhile, and what the law here asks for. */
export interface Care {
  readonly billable: Billable;
  readonly hold: 'none' | 'on' | 'released' | 'waived';
  /** When bills were held: until when, where that is over and was kept. */
  readonly holds: readonly { readonly from: Instant; readonly until?: Instant }[];
  readonly criteria: Readonly<Partial<Record<Criterion, CriterionResult>>>;
  readonly determination?: Determination;
  /** The patient knows of that determination; or the case was resolved and nobody could be told, or wished to be. */
  readonly told: boolean;
  /** A review was completed: what it found is owed to the patient (INV-28). */
  readonly reviewed: boolean;
  readonly counselReleased: boolean;
  readonly insurer: 'not_told' | 'referred' | 'reviewed' | 'not_needed';
  readonly pack?: { readonly jurisdiction: string; readonly packVersion: string };
  /** The disclosure in writing that the pinned law asks for was sent. */
  readonly disclosedInWriting: boolean;
  readonly candorNotice: boolean;
  /** The patient agreed in writing to talk under that notice. */
  readonly candorAgreed: boolean;
}

export const unjudged: Care = {
  billable: 'unknown',
  hold: 'none',
  holds: [],
  criteria: {},
  told: false,
  reviewed: false,
  counselReleased: false,
  insurer: 'not_told',
  disclosedInWriting: false,
  candorNotice: false,
  candorAgreed: false,
};

export type CareFact = CaseFact<
  | 'BillabilityEstablished'
  | 'BillingHoldPlaced'
  | 'BillingHoldReleased'
  | 'BillingWaived'
  | 'DeterminationOpened'
  | 'CriterionAssessed'
  | 'CareDeterminationMade'
  | 'DeterminationRevised'
  | 'ReasonableCareExplained'
  | 'OfferMade'
  | 'ResolutionReached'
  | 'InsurerReferralMade'
  | 'InsurerReferralNotNeeded'
  | 'InsurerReviewCompleted'
  | 'CounselReleaseGiven'
  | 'PolicyPackPinned'
  | 'StatutoryDisclosureSent'
  | 'CandorNoticeSent'
  | 'CandorAgreementSigned'
  | 'ResolutionCaseAbsorbed'
>;

/** What was held in a case that goes on in this one: a hold that goes on is this one's from now on. */
const withHoldsOf = (
  care: Care,
  { billHeld, holds = [], absorbedAt }: CaseFact<'ResolutionCaseAbsorbed'>['data'],
): Care => {
  const past = billHeld ? holds.slice(0, -1) : holds;
  const before = [...past, ...care.holds];
  if (!billHeld) return { ...care, holds: before };
  const theirs = holds.at(-1)?.from ?? absorbedAt;
  const ours = care.hold === 'on' ? care.holds.at(-1)?.from : undefined;
  const from = ours !== undefined && ours < theirs ? ours : theirs;
  return { ...care, billable: 'yes', hold: 'on', holds: [...(ours ? before.slice(0, -1) : before), { from }] };
};

/** Whether a departure from the standard of care was found: an offer follows (domain.md 8.8). */
export const hasDeparted = ({ determination }: Care): boolean =>
  determination === 'unreasonable' || determination === 'mixed';

const over = ({ hold, holds }: Care, until: Instant | undefined): Care['holds'] =>
  hold === 'on' && until !== undefined ? [...holds.slice(0, -1), { from: holds.at(-1)?.from ?? until, until }] : holds;

/** The care of a case after a fact about it. */
export const careAfter = (care: Care, { type, data }: CareFact): Care => {
  switch (type) {
    case 'BillabilityEstablished':
      return { ...care, billable: data.billable };
    case 'BillingHoldPlaced':
      return { ...care, hold: 'on', holds: [...care.holds, { from: data.placedAt }] };
    case 'BillingHoldReleased':
      return { ...care, hold: 'released', holds: over(care, data.releasedAt) };
    case 'BillingWaived':
      return { ...care, hold: 'waived', holds: over(care, data.waivedAt) };
    case 'DeterminationOpened':
      return { ...care, reviewed: care.reviewed || data.basis === 'review_completed' };
    case 'CriterionAssessed':
      return { ...care, criteria: { ...care.criteria, [data.criterion]: data.result } };
    case 'CareDeterminationMade':
      return { ...care, determination: data.determination, told: false };
    case 'DeterminationRevised': {
      const { determination: _, ...before } = care;
      return { ...before, criteria: {}, told: false };
    }
    case 'ReasonableCareExplained':
    case 'OfferMade':
    case 'ResolutionReached': // where a claim was settled, counsel has told theirs
      return { ...care, told: true };
    case 'InsurerReferralMade':
      return { ...care, insurer: 'referred' };
    case 'InsurerReferralNotNeeded':
      return { ...care, insurer: 'not_needed' };
    case 'InsurerReviewCompleted':
      return { ...care, insurer: 'reviewed' };
    case 'CounselReleaseGiven':
      return { ...care, counselReleased: true };
    case 'PolicyPackPinned':
      return { ...care, pack: { jurisdiction: data.jurisdiction, packVersion: data.packVersion } };
    case 'StatutoryDisclosureSent':
      return { ...care, disclosedInWriting: true };
    case 'CandorNoticeSent':
      return { ...care, candorNotice: true };
    case 'CandorAgreementSigned':
      return { ...care, candorAgreed: true };
    case 'ResolutionCaseAbsorbed':
      return withHoldsOf(care, data);
    default:
      return care; // a fact of another theme
  }
};
