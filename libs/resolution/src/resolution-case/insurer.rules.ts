import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { hasDeparted } from './care.state.js';
import type { InsurerOutcome, NoReferral, ReferralReason } from './offer.codes.js';
import { CRITERIA, type Mode } from './resolution-case.codes.js';
import {
  active,
  type By,
  type Facts,
  onTeam,
  type ResolutionCase,
  type Rules,
  speaking,
} from './resolution-case.rules.js';

export type ReferToInsurer = DomainCommand<
  'ReferToInsurer',
  { reason: ReferralReason; insurer: string; reference?: string; at: Instant } & By
>;
export type RecordNoInsurer = DomainCommand<'RecordNoInsurer', { reason: NoReferral; at: Instant } & By>;
export type CompleteInsurerReview = DomainCommand<
  'CompleteInsurerReview',
  { outcome: InsurerOutcome; note?: string; at: Instant } & By
>;
export type ReleaseByCounsel = DomainCommand<'ReleaseByCounsel', { note?: string } & By>;
export type GiveApology = DomainCommand<
  'GiveApology',
  {
    kind: 'empathy' | 'responsibility';
    mode: Mode;
    /** What the law of the pinned policy pack protects. */
    protection: 'none' | 'sympathy' | 'fault' | 'unknown';
    at: Instant;
  } & By
>;

/** The insurer is told once all three criteria are met, or when a demand came before a suit (domain.md 2.3, RES-02; 1.4). */
export const refer = (data: ReferToInsurer['data'], resolutionCase: ResolutionCase): Facts => {
  const before = onTeam(data, resolutionCase);
  const { safetyEventId, care, claimed } = before;
  const { reason, insurer, reference, at, by } = data;
  if (care.insurer === 'referred') return refuse('resolution-case/insurer-told', 'The insurer reviews it already.');
  if (reason === 'criteria_met' && CRITERIA.some((one) => care.criteria[one] !== 'met'))
    return refuse('resolution-case/criteria-not-met', 'Not all three criteria were found to be met.', 'reason');
  if (reason === 'pre_suit_notice' && !claimed)
    return refuse('resolution-case/no-claim', 'Record the demand that was received first.', 'reason');
  return [
    {
      type: 'InsurerReferralMade',
      data: {
        safetyEventId,
        reason,
        insurer: secret(insurer),
        referredAt: at,
        referredBy: by,
        ...(reference && { reference: secret(reference) }),
      },
    },
  ];
};

export const noInsurer = (data: RecordNoInsurer['data'], resolutionCase: ResolutionCase): Facts => {
  const before = onTeam(data, resolutionCase);
  const { safetyEventId, care } = before;
  const { reason, by } = data;
  if (care.insurer === 'not_needed') return [];
  if (care.insurer !== 'not_told') return refuse('resolution-case/insurer-told', 'An insurer was already told.');
  return [{ type: 'InsurerReferralNotNeeded', data: { safetyEventId, reason, recordedBy: by } }];
};

export const completeInsurerReview = (data: CompleteInsurerReview['data'], resolutionCase: ResolutionCase): Facts => {
  const before = onTeam(data, resolutionCase);
  const { outcome, note, at, by } = data;
  if (before.care.insurer !== 'referred')
    return refuse('resolution-case/no-referral', 'Refer the case to the insurer first.');
  return [
    {
      type: 'InsurerReviewCompleted',
      data: {
        safetyEventId: before.safetyEventId,
        outcome,
        completedAt: at,
        recordedBy: by,
        ...(note && { note: secret(note) }),
      },
    },
  ];
};

/** Counsel lets responsibility be taken before the determination. */
export const releaseByCounsel = ({ note, by }: ReleaseByCounsel['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, care } = active(resolutionCase);
  if (care.counselReleased) return [];
  return [
    {
      type: 'CounselReleaseGiven',
      data: { safetyEventId, releasedBy: by, ...(note && { note: secret(note) }) },
    },
  ];
};

/** Sorrow may be said at any time, fault once it was determined or counsel lets it (domain.md 8.8). */
export const apologize = (data: GiveApology['data'], resolutionCase: ResolutionCase): Facts => {
  const before = speaking(data, resolutionCase);
  const { kind, mode, protection, at, by } = data;
  const { safetyEventId, care, talks } = before;
  if (!talks.disclosed && talks.conversations.length === 0)
    return refuse('resolution-case/not-disclosed', 'Hold the first conversation: an apology is a part of it.');
  if (kind === 'responsibility' && !hasDeparted(care) && !care.counselReleased)
    return refuse(
      'resolution-case/apology-before-determination',
      'An apology that takes responsibility waits for the determination, or for counsel.',
      'kind',
    );
  return [{ type: 'ApologyGiven', data: { safetyEventId, kind, mode, protection, givenAt: at, givenBy: by } }];
};

export type InsurerCommand = ReferToInsurer | RecordNoInsurer | CompleteInsurerReview | ReleaseByCounsel | GiveApology;

export const insurerRules: Rules<InsurerCommand> = {
  ReferToInsurer: refer,
  RecordNoInsurer: noInsurer,
  CompleteInsurerReview: completeInsurerReview,
  ReleaseByCounsel: releaseByCounsel,
  GiveApology: apologize,
};
