import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { PayerNotice } from './resolution-case.codes.js';
import { active, type By, type Facts, type ResolutionCase, type Rules } from './resolution-case.rules.js';

export type EstablishBillability = DomainCommand<'EstablishBillability', { billable: 'yes' | 'no' } & By>;
export type PlaceBillingHold = DomainCommand<
  'PlaceBillingHold',
  { payerNotice: PayerNotice; accounts?: readonly string[]; at: Instant } & By
>;
export type ReleaseBillingHold = DomainCommand<'ReleaseBillingHold', { note?: string } & By>;

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

/** INV-26: a hold ends after the care was determined and the patient was told. */
export const releaseHold = ({ note, by }: ReleaseBillingHold['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, care, status } = active(resolutionCase);
  if (care.hold !== 'on') return refuse('resolution-case/no-hold', 'No bill is held.');
  if (status !== 'explained' && status !== 'resolved')
    return refuse(
      'resolution-case/hold-too-early',
      'A hold is released after the care was determined and the patient was told.',
    );
  return [
    {
      type: 'BillingHoldReleased',
      data: { safetyEventId, releasedBy: by, ...(note && { note: secret(note) }) },
    },
  ];
};

export type BillingCommand = EstablishBillability | PlaceBillingHold | ReleaseBillingHold;

export const billingRules: Rules<BillingCommand> = {
  EstablishBillability: establishBillability,
  PlaceBillingHold: placeHold,
  ReleaseBillingHold: releaseHold,
};
