import { secret } from '#kernel/core';
import type { ResolutionCaseCommand } from './resolution-case.decider.js';
import type { CaseFact } from './resolution-case.events.js';
import {
  activated,
  allAssessed,
  determinationOpened,
  determined,
  disclosed,
  requested,
  rosa,
} from './resolution-case.examples.js';

/** Ana Ruiz is offered what her broken hip cost her: the care was found unreasonable. */
export const firstOffer = '0192a000-0000-7000-8000-000000000301';
export const secondOffer = '0192a000-0000-7000-8000-000000000302';
export const mother = '0192a000-0000-7000-8000-000000000311';
/** Claims, on the case's team or not. */
export const clara = '0192a000-0000-7000-8000-000000000024';

export const day = (date: number, hour = 9): string =>
  `2026-05-${String(date).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;

const { safetyEventId } = activated.data;
const on = { safetyEventId } as const;
const byRosa = { by: rosa, role: 'risk-manager' } as const;

type Command<T extends ResolutionCaseCommand['type']> = Extract<ResolutionCaseCommand, { type: T }>;

/** A case whose care was found unreasonable: an offer is prepared. */
export const preparing = [
  requested,
  activated,
  disclosed,
  determinationOpened,
  ...allAssessed,
  { ...determined, data: { ...determined.data, determination: 'unreasonable' } },
] as const;

export const advise: Command<'AdviseOfCounsel'> = {
  type: 'AdviseOfCounsel',
  data: { written: true, language: 'es', at: day(1), ...byRosa },
};
export const advised: CaseFact<'RightToCounselAdvised'> = {
  type: 'RightToCounselAdvised',
  data: { ...on, written: true, language: 'es', advisedAt: day(1), advisedBy: rosa },
};

const terms = {
  offer: firstOffer,
  components: ['money', 'staff_training'],
  releaseRequired: true,
  validUntil: day(20),
} as const;
const WORDS = 'We pay 85,000 dollars for your hip, and train everyone who cleans a floor.';
const CENTS = 8_500_000;

export const makeOffer: Command<'MakeOffer'> = {
  type: 'MakeOffer',
  data: { ...terms, cents: CENTS, terms: WORDS, at: day(2), ...byRosa },
};
export const offerMade: CaseFact<'OfferMade'> = {
  type: 'OfferMade',
  data: { ...on, ...terms, amount: { cents: CENTS }, terms: secret(WORDS), madeAt: day(2), madeBy: rosa },
};
/** One that costs nothing that is paid for. */
export const makeKindOffer: Command<'MakeOffer'> = {
  type: 'MakeOffer',
  data: {
    offer: firstOffer,
    components: ['memorial', 'process_change'],
    terms: 'A bench in the garden.',
    releaseRequired: false,
    validUntil: day(20),
    at: day(2),
    ...byRosa,
  },
};
export const kindOfferMade: CaseFact<'OfferMade'> = {
  type: 'OfferMade',
  data: {
    ...on,
    offer: firstOffer,
    components: ['memorial', 'process_change'],
    terms: secret('A bench in the garden.'),
    releaseRequired: false,
    validUntil: day(20),
    madeAt: day(2),
    madeBy: rosa,
  },
};

export const reviseOffer: Command<'ReviseOffer'> = {
  type: 'ReviseOffer',
  data: { ...makeOffer.data, cents: 9_000_000, at: day(5) },
};
export const offerRevised: CaseFact<'OfferRevised'> = {
  type: 'OfferRevised',
  data: { ...on, ...terms, amount: { cents: 9_000_000 }, terms: secret(WORDS), revisedAt: day(5), revisedBy: rosa },
};

export const acceptOffer: Command<'AcceptOffer'> = {
  type: 'AcceptOffer',
  data: { offer: firstOffer, at: day(10), ...byRosa },
};
export const offerAccepted: CaseFact<'OfferAccepted'> = {
  type: 'OfferAccepted',
  data: { ...on, offer: firstOffer, signedAt: day(10), recordedBy: rosa },
};

export const declineOffer: Command<'DeclineOffer'> = {
  type: 'DeclineOffer',
  data: { offer: firstOffer, reason: 'amount', at: day(6), ...byRosa },
};
export const offerDeclined: CaseFact<'OfferDeclined'> = {
  type: 'OfferDeclined',
  data: { ...on, offer: firstOffer, reason: 'amount', declinedAt: day(6), recordedBy: rosa },
};

export const withdrawOffer: Command<'WithdrawOffer'> = {
  type: 'WithdrawOffer',
  data: { offer: firstOffer, reason: 'insurer', at: day(6), ...byRosa },
};
export const offerWithdrawn: CaseFact<'OfferWithdrawn'> = {
  type: 'OfferWithdrawn',
  data: { ...on, offer: firstOffer, reason: 'insurer', withdrawnBy: rosa },
};

export const expireOffer: Command<'ExpireOffer'> = { type: 'ExpireOffer', data: { at: day(20) } };
export const offerExpired: CaseFact<'OfferExpired'> = {
  type: 'OfferExpired',
  data: { ...on, offer: firstOffer, expiredAt: day(20) },
};

export const approve: Command<'RecordCourtApproval'> = {
  type: 'RecordCourtApproval',
  data: { offer: firstOffer, at: day(12), ...byRosa },
};
export const approved: CaseFact<'CourtApprovalRecorded'> = {
  type: 'CourtApprovalRecorded',
  data: { ...on, offer: firstOffer, approvedAt: day(12), recordedBy: rosa },
};

export const pay: Command<'RecordPayment'> = {
  type: 'RecordPayment',
  data: { offer: firstOffer, cents: CENTS, reportable: true, reference: 'Check 1881', at: day(14), ...byRosa },
};
export const paid: CaseFact<'PaymentMade'> = {
  type: 'PaymentMade',
  data: {
    ...on,
    offer: firstOffer,
    amount: { cents: CENTS },
    reportable: true,
    paidAt: day(14),
    reference: secret('Check 1881'),
    recordedBy: rosa,
  },
};

export const fileNpdb: Command<'FileNpdbReport'> = { type: 'FileNpdbReport', data: { at: day(15), ...byRosa } };
export const npdbFiled: CaseFact<'NpdbReportFiled'> = {
  type: 'NpdbReportFiled',
  data: { ...on, filedAt: day(15), filedBy: rosa },
};
export const fileMedicare: Command<'FileMedicareReport'> = {
  type: 'FileMedicareReport',
  data: { at: day(15), ...byRosa },
};
export const medicareFiled: CaseFact<'MedicareReportFiled'> = {
  type: 'MedicareReportFiled',
  data: { ...on, filedAt: day(15), filedBy: rosa },
};

/** Ana is a child: her mother decides for her, and a court approves what is settled. */
export const aChild: CaseFact<'PatientMinorityRecorded'> = {
  type: 'PatientMinorityRecorded',
  data: { ...on, majorityAt: '2030-01-01T00:00:00.000Z', courtApprovalNeeded: true, recordedBy: rosa },
};
export const herMother: CaseFact<'RepresentativeRecorded'> = {
  type: 'RepresentativeRecorded',
  data: {
    ...on,
    person: mother,
    authority: 'decides',
    relation: 'parent',
    basis: 'parent_of_minor',
    verified: true,
    maySettle: true,
    name: secret('Lucia Ruiz'),
    recordedBy: rosa,
  },
};
