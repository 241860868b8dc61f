import { secret } from '#kernel/core';
import type { ResolutionCaseCommand } from './resolution-case.decider.js';
import type { CaseFact } from './resolution-case.events.js';
import { assessed, leo, rosa } from './resolution-case.examples.js';

/** What follows where Ana Ruiz' care was not as it should have been, up to the offers. */
const on = { safetyEventId: '0192a000-0000-7000-8000-000000000101' } as const;
export const noon = '2026-03-02T12:00:00.000Z';
const byRosa = { by: rosa, role: 'risk-manager' } as const;
const byLeo = { by: leo, role: 'liaison' } as const;

type Command<T extends ResolutionCaseCommand['type']> = Extract<ResolutionCaseCommand, { type: T }>;

export const allMet = [assessed('severity', 'met'), assessed('causation', 'met'), assessed('standard', 'met')] as const;

export const determinedAs = (
  determination: CaseFact<'CareDeterminationMade'>['data']['determination'],
): CaseFact<'CareDeterminationMade'> => ({
  type: 'CareDeterminationMade',
  data: { ...on, determination, by: [rosa] },
});

export const revise: Command<'ReviseDetermination'> = {
  type: 'ReviseDetermination',
  data: { reason: 'new_facts', note: 'A second expert.', ...byRosa },
};
export const revised: CaseFact<'DeterminationRevised'> = {
  type: 'DeterminationRevised',
  data: { ...on, reason: 'new_facts', note: secret('A second expert.'), revisedBy: rosa },
};

export const refer: Command<'ReferToInsurer'> = {
  type: 'ReferToInsurer',
  data: { reason: 'criteria_met', insurer: 'Meridian Mutual', at: noon, ...byRosa },
};
export const referred: CaseFact<'InsurerReferralMade'> = {
  type: 'InsurerReferralMade',
  data: { ...on, reason: 'criteria_met', insurer: secret('Meridian Mutual'), referredAt: noon, referredBy: rosa },
};
export const noInsurer: Command<'RecordNoInsurer'> = {
  type: 'RecordNoInsurer',
  data: { reason: 'self_funded', at: noon, ...byRosa },
};
export const noInsurerNoted: CaseFact<'InsurerReferralNotNeeded'> = {
  type: 'InsurerReferralNotNeeded',
  data: { ...on, reason: 'self_funded', recordedBy: rosa },
};
export const completeReview: Command<'CompleteInsurerReview'> = {
  type: 'CompleteInsurerReview',
  data: { outcome: 'offer_supported', at: noon, ...byRosa },
};
export const reviewCompleted: CaseFact<'InsurerReviewCompleted'> = {
  type: 'InsurerReviewCompleted',
  data: { ...on, outcome: 'offer_supported', completedAt: noon, recordedBy: rosa },
};
export const releaseByCounsel: Command<'ReleaseByCounsel'> = { type: 'ReleaseByCounsel', data: byRosa };
export const counselReleased: CaseFact<'CounselReleaseGiven'> = {
  type: 'CounselReleaseGiven',
  data: { ...on, releasedBy: rosa },
};
export const apologize = (kind: 'empathy' | 'responsibility'): Command<'GiveApology'> => ({
  type: 'GiveApology',
  data: { kind, mode: 'in_person', protection: 'sympathy', at: noon, ...byLeo },
});
export const apologized = (kind: 'empathy' | 'responsibility'): CaseFact<'ApologyGiven'> => ({
  type: 'ApologyGiven',
  data: { ...on, kind, mode: 'in_person', protection: 'sympathy', givenAt: noon, givenBy: leo },
});

export const waive: Command<'WaiveBill'> = { type: 'WaiveBill', data: { at: noon, ...byRosa } };
export const waived: CaseFact<'BillingWaived'> = {
  type: 'BillingWaived',
  data: { ...on, waivedAt: noon, waivedBy: rosa },
};
export const billSent = (sentAt: string): Command<'RecordBillDuringHold'> => ({
  type: 'RecordBillDuringHold',
  data: { sentAt, corrected: true, at: noon, ...byRosa },
});
export const billNoted = (sentAt: string): CaseFact<'BillSentDuringHold'> => ({
  type: 'BillSentDuringHold',
  data: { ...on, sentAt, discoveredAt: noon, corrected: true, recordedBy: rosa },
});

/** Colorado has a candor statute with a written agreement, Pennsylvania a disclosure in writing: as the packs that ship. */
export const colorado = { jurisdiction: 'us-co', packVersion: '2019-1' } as const;
export const pennsylvania = { jurisdiction: 'us-pa', packVersion: '2002-1' } as const;
export const pin: Command<'PinPolicyPack'> = { type: 'PinPolicyPack', data: { ...colorado, knownAt: noon } };
export const pinned: CaseFact<'PolicyPackPinned'> = {
  type: 'PolicyPackPinned',
  data: { ...on, ...colorado, knownAt: noon },
};
export const pinPennsylvania: Command<'PinPolicyPack'> = {
  type: 'PinPolicyPack',
  data: { ...pennsylvania, knownAt: noon },
};
export const pennsylvaniaPinned: CaseFact<'PolicyPackPinned'> = {
  type: 'PolicyPackPinned',
  data: { ...on, ...pennsylvania, knownAt: noon },
};
const rights = ['patient_rights', 'limitation_period'];
export const sendNotice: Command<'SendCandorNotice'> = {
  type: 'SendCandorNotice',
  data: {
    items: rights,
    letter: 'We wish to talk openly.',
    pack: { ...colorado, required: rights },
    at: noon,
    ...byRosa,
  },
};
export const noticeSent: CaseFact<'CandorNoticeSent'> = {
  type: 'CandorNoticeSent',
  data: { ...on, ...colorado, items: rights, letter: secret('We wish to talk openly.'), sentAt: noon, sentBy: rosa },
};
const told = ['what_happened', 'contact_person'];
export const discloseInWriting: Command<'SendStatutoryDisclosure'> = {
  type: 'SendStatutoryDisclosure',
  data: { items: told, letter: 'What happened.', pack: { ...pennsylvania, required: told }, at: noon, ...byRosa },
};
export const disclosedInWriting: CaseFact<'StatutoryDisclosureSent'> = {
  type: 'StatutoryDisclosureSent',
  data: { ...on, ...pennsylvania, items: told, letter: secret('What happened.'), sentAt: noon, sentBy: rosa },
};
export const signAgreement: Command<'SignCandorAgreement'> = {
  type: 'SignCandorAgreement',
  data: { asked: true, at: noon, ...byRosa },
};
export const agreementSigned: CaseFact<'CandorAgreementSigned'> = {
  type: 'CandorAgreementSigned',
  data: { ...on, jurisdiction: 'us-co', signedAt: noon, recordedBy: rosa },
};
