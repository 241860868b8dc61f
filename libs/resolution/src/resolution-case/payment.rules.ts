import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { lastOffer } from './offer-on-table.rules.js';
import type { Offer } from './offers.state.js';
import { type By, onTeam, openOrClosed, type Rule, type Rules, takenUp } from './resolution-case.rules.js';
import { isApproved, needsCourt } from './settled.rules.js';

type Filing = { reference?: string; at: Instant } & By;

export type RecordCourtApproval = DomainCommand<'RecordCourtApproval', { offer: string } & Filing>;
export type RecordPayment = DomainCommand<
  'RecordPayment',
  { offer: string; cents: number; reportable: boolean } & Filing
>;
export type FileNpdbReport = DomainCommand<'FileNpdbReport', Filing>;
export type FileMedicareReport = DomainCommand<'FileMedicareReport', Filing>;

/** An offer that was signed. */
type Signed = Offer & { readonly acceptedAt: Instant };

const signed = (current: Offer): Signed => {
  const { acceptedAt } = current;
  if (acceptedAt === undefined)
    return refuse('resolution-case/not-accepted', 'The offer was not signed by who may settle.', 'offer');
  return { ...current, acceptedAt };
};

const reference = (data: Filing) => data.reference && { reference: secret(data.reference) };

const approve: Rule<RecordCourtApproval> = (data, resolutionCase) => {
  const { offer, at, by } = data;
  const { before, current } = lastOffer(data, resolutionCase);
  const settlement = signed(current);
  if (!needsCourt(before.people, settlement))
    return refuse('resolution-case/approval-not-needed', 'No court has to approve this settlement.');
  if (settlement.courtApprovedAt)
    return refuse('resolution-case/court-approved', 'A court has already approved this settlement.');
  if (at < settlement.madeAt)
    return refuse('resolution-case/before-offer', 'That comes after the offer was made.', 'occurredAt');
  return [
    {
      type: 'CourtApprovalRecorded',
      data: { safetyEventId: before.safetyEventId, offer, approvedAt: at, ...reference(data), recordedBy: by },
    },
  ];
};

/** INV-25: paid is what was signed for, to the cent, once, and after the court where one has to approve it. */
const pay: Rule<RecordPayment> = (data, resolutionCase) => {
  const { offer, cents, reportable, at, by } = data;
  const { before, current } = lastOffer(data, resolutionCase);
  const settlement = signed(current);
  if (before.offers.paid) return refuse('resolution-case/already-paid', 'The offer was already paid.');
  if (settlement.cents === undefined)
    return refuse('resolution-case/no-money-offered', 'No money was part of the offer.', 'offer');
  if (cents !== settlement.cents)
    return refuse('resolution-case/amount-differs', 'Another amount was accepted.', 'cents');
  if (at < settlement.acceptedAt)
    return refuse('resolution-case/paid-before-signed', 'An offer is signed before it is paid.', 'occurredAt');
  if (!isApproved(before.people, settlement, at))
    return refuse('resolution-case/court-approval-missing', 'A court approves a minor’s settlement before it is paid.');
  return [
    {
      type: 'PaymentMade',
      data: {
        safetyEventId: before.safetyEventId,
        offer,
        amount: { cents },
        reportable,
        paidAt: at,
        ...reference(data),
        recordedBy: by,
      },
    },
  ];
};

/** Owed where money was paid for a practitioner after a written demand (domain.md 1.3). */
const fileNpdb: Rule<FileNpdbReport> = (data, resolutionCase) => {
  const before = onTeam(data, resolutionCase);
  if (!before.offers.npdbOwed)
    return refuse('resolution-case/no-npdb-report-owed', 'No payment waits to be reported to the NPDB.');
  const { safetyEventId } = before;
  return [{ type: 'NpdbReportFiled', data: { safetyEventId, filedAt: data.at, ...reference(data), filedBy: data.by } }];
};

/** Also when the case was closed meanwhile: the quarter in which it is due may end after it. */
const fileMedicare: Rule<FileMedicareReport> = (data, resolutionCase) => {
  const before = openOrClosed(takenUp(data, resolutionCase));
  const { safetyEventId, offers } = before;
  if (offers.medicare === 'none') return refuse('resolution-case/not-paid', 'Nothing was paid that could be reported.');
  if (offers.medicare === 'filed')
    return refuse('resolution-case/medicare-report-filed', 'The payment was already reported to Medicare.');
  return [
    { type: 'MedicareReportFiled', data: { safetyEventId, filedAt: data.at, ...reference(data), filedBy: data.by } },
  ];
};

export type PaymentCommand = RecordCourtApproval | RecordPayment | FileNpdbReport | FileMedicareReport;

export const paymentRules: Rules<PaymentCommand> = {
  RecordCourtApproval: approve,
  RecordPayment: pay,
  FileNpdbReport: fileNpdb,
  FileMedicareReport: fileMedicare,
};
