import { secret } from '#kernel/core';
import type { MergeCase } from './merging.rules.js';
import type { ResolutionCaseCommand } from './resolution-case.decider.js';
import type { CaseFact } from './resolution-case.events.js';
import { activated, byLeo, leo, requested, rosa } from './resolution-case.examples.js';
import type { ResolutionCase } from './resolution-case.rules.js';

/** Ana Ruiz's case takes other courses than the straight one. */
export const noon = '2026-03-03T12:00:00.000Z';
export const later = '2026-03-20T12:00:00.000Z';
export const anasCase = '0192a000-0000-7000-8000-000000000201';
export const otherCase = '0192a000-0000-7000-8000-000000000202';
export const otherFall = '0192a000-0000-7000-8000-000000000102';
const [question, promise] = ['0192a000-0000-7000-8000-000000000301', '0192a000-0000-7000-8000-000000000302'];
const offer = '0192a000-0000-7000-8000-000000000303';
const { safetyEventId } = activated.data;
const byRosa = { by: rosa, role: 'risk-manager' } as const;

type Command<T extends ResolutionCaseCommand['type']> = Extract<ResolutionCaseCommand, { type: T }>;

export const placeOnHold: Command<'PlaceOnHold'> = {
  type: 'PlaceOnHold',
  data: { reason: 'grief', until: later, note: 'After the funeral.', at: noon, ...byLeo },
};
export const heldUp: CaseFact<'CasePlacedOnHold'> = {
  type: 'CasePlacedOnHold',
  data: {
    safetyEventId,
    reason: 'grief',
    until: later,
    note: secret('After the funeral.'),
    heldAt: noon,
    heldBy: leo,
  },
};
export const resume: Command<'ResumeCase'> = { type: 'ResumeCase', data: { at: later, ...byLeo } };
export const resumed: CaseFact<'CaseResumed'> = {
  type: 'CaseResumed',
  data: { safetyEventId, resumedAt: later, resumedBy: leo },
};

export const receiveClaim: Command<'ReceiveClaim'> = {
  type: 'ReceiveClaim',
  data: { endsTalks: true, reference: 'C-7', at: noon, ...byRosa },
};
export const claimed: CaseFact<'ClaimReceived'> = {
  type: 'ClaimReceived',
  data: { safetyEventId, receivedAt: noon, endsTalks: true, reference: secret('C-7'), recordedBy: rosa },
};
export const recordSuit: Command<'RecordSuit'> = {
  type: 'RecordSuit',
  data: { court: 'District Court', reference: 'CV-1', at: noon, ...byRosa },
};
export const sued: CaseFact<'SuitFiled'> = {
  type: 'SuitFiled',
  data: {
    safetyEventId,
    filedAt: noon,
    court: secret('District Court'),
    reference: secret('CV-1'),
    recordedBy: rosa,
  },
};
export const comeBack: Command<'ReturnFromOutside'> = { type: 'ReturnFromOutside', data: { at: later, ...byRosa } };
export const returned: CaseFact<'CaseReturnedFromOutside'> = {
  type: 'CaseReturnedFromOutside',
  data: { safetyEventId, returnedAt: later, returnedBy: rosa },
};

const receiver = { receiver: 'hospital', to: 'Lakeside' } as const;
export const askTransfer: Command<'AskTransfer'> = { type: 'AskTransfer', data: { ...receiver, at: noon, ...byRosa } };
export const transferAsked: CaseFact<'ResolutionCaseTransferAsked'> = {
  type: 'ResolutionCaseTransferAsked',
  data: { safetyEventId, ...receiver, askedAt: noon, askedBy: rosa },
};
export const transferAway: Command<'TransferCase'> = {
  type: 'TransferCase',
  data: { acceptedBy: 'Their chief medical officer', patientToldAt: noon, at: later, ...byRosa },
};
export const transferred: CaseFact<'ResolutionCaseTransferred'> = {
  type: 'ResolutionCaseTransferred',
  data: {
    safetyEventId,
    ...receiver,
    acceptedBy: secret('Their chief medical officer'),
    patientToldAt: noon,
    transferredAt: later,
    transferredBy: rosa,
  },
};

export const reopen: Command<'ReopenCase'> = {
  type: 'ReopenCase',
  data: { reason: 'patient_asks', note: 'She has a new question.', at: later, ...byRosa },
};
export const reopened: CaseFact<'ResolutionCaseReopened'> = {
  type: 'ResolutionCaseReopened',
  data: {
    safetyEventId,
    cycle: 2,
    reason: 'patient_asks',
    note: secret('She has a new question.'),
    reopenedAt: later,
    reopenedBy: rosa,
  },
};

/** The other case's first facts: it was asked for, and begun, on another report of the same fall. */
export const otherRequested = {
  ...requested,
  data: { ...requested.data, safetyEventId: otherFall, patient: '0192a000-0000-7000-8000-000000000043' },
};
export const otherActivated = {
  ...activated,
  data: { ...activated.data, safetyEventId: otherFall, patient: '0192a000-0000-7000-8000-000000000043' },
};

export const mergeInto = (other: ResolutionCase, changes: Partial<MergeCase['data']> = {}): Command<'MergeCase'> => ({
  type: 'MergeCase',
  data: { itself: anasCase, into: otherCase, other, patients: 'same', at: noon, ...byRosa, ...changes },
});
export const merged: CaseFact<'ResolutionCaseMerged'> = {
  type: 'ResolutionCaseMerged',
  data: { safetyEventId, into: otherCase, mergedAt: noon, mergedBy: rosa },
};
export const mergeRequired: CaseFact<'CaseMergeRequired'> = {
  type: 'CaseMergeRequired',
  data: { safetyEventId, with: otherCase, requiredAt: noon },
};

export const asked: CaseFact<'PatientQuestionAsked'> = {
  type: 'PatientQuestionAsked',
  data: { safetyEventId, question, text: secret('Who cleaned it?'), askedAt: noon, recordedBy: leo },
};
export const answered: CaseFact<'PatientQuestionAnswered'> = {
  type: 'PatientQuestionAnswered',
  data: { safetyEventId, question, answer: secret('A contractor.'), answeredAt: later, answeredBy: leo },
};
export const promised: CaseFact<'PatientPromiseMade'> = {
  type: 'PatientPromiseMade',
  data: { safetyEventId, promise, text: secret('We call you.'), owner: leo, dueAt: later, madeAt: noon, madeBy: leo },
};
export const kept: CaseFact<'PatientPromiseKept'> = {
  type: 'PatientPromiseKept',
  data: { safetyEventId, promise, keptAt: later, keptBy: leo },
};
export const promiseHandedOver: CaseFact<'PatientPromiseHandedOver'> = {
  type: 'PatientPromiseHandedOver',
  data: { safetyEventId, promise, to: rosa, handedOverBy: leo },
};
export const absorbed: CaseFact<'ResolutionCaseAbsorbed'> = {
  type: 'ResolutionCaseAbsorbed',
  data: {
    safetyEventId,
    absorbed: otherCase,
    absorbedAt: noon,
    patient: otherRequested.data.patient,
    safetyEvents: [otherFall],
    questions: [question],
    promises: [{ promise, owner: leo, dueAt: later, handedOver: false }],
    billHeld: true,
  },
};

export const declinedProgram: CaseFact<'PatientDeclinedProgram'> = {
  type: 'PatientDeclinedProgram',
  data: { safetyEventId, scope: 'program', lasting: 'now', declinedAt: noon, recordedBy: leo },
};
export const offered: CaseFact<'OfferMade'> = {
  type: 'OfferMade',
  data: {
    safetyEventId,
    offer,
    components: ['money', 'process_change'],
    terms: secret('What we offer.'),
    releaseRequired: false,
    validUntil: later,
    madeAt: noon,
    madeBy: rosa,
  },
};
export const offerAccepted: CaseFact<'OfferAccepted'> = {
  type: 'OfferAccepted',
  data: { safetyEventId, offer, signedAt: later, recordedBy: rosa },
};
export const offerDeclined: CaseFact<'OfferDeclined'> = {
  type: 'OfferDeclined',
  data: { safetyEventId, offer, reason: 'amount', declinedAt: later, recordedBy: rosa },
};
export const paid = (reportable: boolean): CaseFact<'PaymentMade'> => ({
  type: 'PaymentMade',
  data: { safetyEventId, offer, amount: { cents: 100_000 }, reportable, paidAt: later, recordedBy: rosa },
});
export const npdbFiled: CaseFact<'NpdbReportFiled'> = {
  type: 'NpdbReportFiled',
  data: { safetyEventId, filedAt: later, filedBy: rosa },
};
