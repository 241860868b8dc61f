import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { Care } from './care.state.js';
import type { PayerNotice } from './resolution-case.codes.js';
import { active, type By, type Facts, openOrClosed, type ResolutionCase, type Rules } from './resolution-case.rules.js';

export type EstablishBillability = DomainCommand<'EstablishBillability', { billable: 'yes' | 'no' } & By>;
export type PlaceBillingHold = DomainCommand<
  'PlaceBillingHold',
  { payerNotice: PayerNotice; accounts?: readonly string[]; at: Instant } & By
>;
export type ReleaseBillingHold = DomainCommand<'ReleaseBillingHold', { note?: string; at: Instant } & By>;
export type WaiveBill = DomainCommand<'WaiveBill', { note?: string; at: Instant } & By>;
export type RecordBillDuringHold = DomainCommand<
  'RecordBillDuringHold',
  { sentAt: Instant; corrected: boolean; note?: string; at: Instant } & By
>;

/** Whether there was a charge at all, where the activation could not tell. */
export const establishBillability = (
  { billable, by }: EstablishBillability['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const before = active(resolutionCase);
  const { care } = before;
  if (care.billable === billable) return [];
  if (billable === 'no' && care.hold === 'on')
    return refuse('resolution-case/hold-is-on', 'A bill is held: what is held is billable.', 'billable');
  return [
    {
      type: 'BillabilityEstablished',
      data: { safetyEventId: before.safetyEventId, billable, establishedBy: by },
    },
  ];
};

export const placeHold = (
  { payerNotice, accounts, at, by }: PlaceBillingHold['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const { safetyEventId, care } = active(resolutionCase);
  const { billable, hold } = care;
  if (hold === 'on') return refuse('resolution-case/hold-is-on', 'The bill is held already.');
  if (billable === 'no') return refuse('resolution-case/not-billable', 'There is no charge to hold.');
  return [
    {
      type: 'BillingHoldPlaced',
      data: { safetyEventId, payerNotice, placedAt: at, placedBy: by, ...(accounts && { accounts: secret(accounts) }) },
    },
  ];
};

/** Whether the care was found to be one thing or another, and the patient has heard that. */
const heardOfIt = ({ determination, told }: Care): boolean =>
  determination !== undefined && determination !== 'undetermined' && told;

/** INV-26: a hold ends after the care was determined and the patient was told. */
export const releaseHold = ({ note, at, by }: ReleaseBillingHold['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, care } = active(resolutionCase);
  if (care.hold !== 'on') return refuse('resolution-case/no-hold', 'No bill is held.');
  if (!heardOfIt(care))
    return refuse(
      'resolution-case/hold-too-early',
      'A hold is released after the care was determined and the patient was told.',
    );
  return [
    {
      type: 'BillingHoldReleased',
      data: { safetyEventId, releasedBy: by, releasedAt: at, ...(note && { note: secret(note) }) },
    },
  ];
};

/** What was charged is not asked for any more: of a bill that is held, or that was found to be due. */
export const waiveBill = ({ note, at, by }: WaiveBill['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, care, status } = active(resolutionCase);
  if (status === 'activated' || status === 'disclosing')
    return refuse('resolution-case/waived-too-early', 'A bill is waived once there was a first conversation.');
  if (care.billable === 'no') return refuse('resolution-case/not-billable', 'There is no charge to waive.');
  if (care.hold === 'waived') return refuse('resolution-case/waived', 'The bill was already waived.');
  if (care.hold !== 'on' && care.billable !== 'yes')
    return refuse('resolution-case/billability-unknown', 'Establish first whether there is a charge.');
  return [
    {
      type: 'BillingWaived',
      data: { safetyEventId, waivedAt: at, waivedBy: by, ...(note && { note: secret(note) }) },
    },
  ];
};

/**
 * INV-26: a bill that went out while it was held is recorded, whatever else the case is at, and never taken back: also
 * when it is found after the case was closed.
 */
export const recordBill = (
  { sentAt, corrected, note, at, by }: RecordBillDuringHold['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const { safetyEventId, care } = openOrClosed(resolutionCase);
  if (sentAt > at) return refuse('resolution-case/sent-after-found', 'A bill is found after it went out.', 'sentAt');
  const held = care.holds.some(({ from, until }) => from <= sentAt && (until === undefined || sentAt <= until));
  if (!held) return refuse('resolution-case/not-held-then', 'No bill was held at that time.', 'sentAt');
  return [
    {
      type: 'BillSentDuringHold',
      data: {
        safetyEventId,
        sentAt,
        discoveredAt: at,
        corrected,
        recordedBy: by,
        ...(note && { note: secret(note) }),
      },
    },
  ];
};

export type BillingCommand =
  | EstablishBillability
  | PlaceBillingHold
  | ReleaseBillingHold
  | WaiveBill
  | RecordBillDuringHold;

export const billingRules: Rules<BillingCommand> = {
  EstablishBillability: establishBillability,
  PlaceBillingHold: placeHold,
  ReleaseBillingHold: releaseHold,
  WaiveBill: waiveBill,
  RecordBillDuringHold: recordBill,
};
