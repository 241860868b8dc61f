import { type DomainCommand, refuse, secret } from '#kernel/core';
import { type Disposition, LEADER_GROUPS, type VoidReason } from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { eligiblePatients, hasOpenCase, type LivingSafetyEvent } from './safety-event.rules.js';

export type CloseSafetyEvent = DomainCommand<
  'CloseSafetyEvent',
  {
    disposition: Disposition;
    summary?: string;
    /** The review that ended it. */
    reviewId?: string;
    /** Where a review was held outside of here: its number there. */
    reviewReference?: string;
    by: string;
  }
>;
export type ReopenSafetyEvent = DomainCommand<
  'ReopenSafetyEvent',
  { newInformation: string; source?: string; by: string }
>;
export type VoidSafetyEvent = DomainCommand<
  'VoidSafetyEvent',
  { reason: VoidReason; explanation?: string; by: string }
>;

/** INV-07 and INV-09: nothing that is owed is left behind. */
export const close = (data: CloseSafetyEvent['data'], before: LivingSafetyEvent): readonly SafetyEventFact[] => {
  if (before.status !== 'confirmed') return refuse('safety-event/not-confirmed', 'Confirm it before closing it.');
  if (hasOpenCase(before))
    return refuse('safety-event/case-open', 'A resolution case is open on it, or about to be: close that first.');
  if (before.serious && !LEADER_GROUPS.every((group) => before.told.includes(group)))
    return refuse('safety-event/leaders-not-told', 'C-suite and board must both have heard of a serious safety event.');
  if (before.flags.includes('externally_reportable') && !before.reportedOutside)
    return refuse(
      'safety-event/external-report-owed',
      'It is flagged as reportable to an authority: record that report, or lower the flag.',
    );
  const { summary, by, ...clear } = data;
  if (before.reviews.length > 0) checkReviewed(data);
  return [
    {
      type: 'SafetyEventClosed',
      data: { ...clear, ...(summary && { summary: secret(summary) }), closedBy: by },
    },
  ];
};

const checkReviewed = ({ disposition, reviewId, reviewReference }: CloseSafetyEvent['data']): void => {
  if (disposition !== 'reviewed')
    refuse('safety-event/review-owed', 'A review of it is required: it is closed as reviewed.', 'disposition');
  if (!reviewId && !reviewReference)
    refuse(
      'safety-event/review-owed',
      'A review of it is required: name the review, or its number where it was held outside of here.',
      'reviewReference',
    );
};

/** New information: it goes on as confirmed. What leaders were told and which reviews it needs stays. */
export const reopen = (
  { newInformation, source, by }: ReopenSafetyEvent['data'],
  { status }: LivingSafetyEvent,
): readonly SafetyEventFact[] =>
  status === 'closed'
    ? [
        {
          type: 'SafetyEventReopened',
          data: { newInformation: secret(newInformation), ...(source && { source }), reopenedBy: by },
        },
      ]
    : refuse('safety-event/not-closed', 'It is not closed: there is nothing to reopen.');

export const voided = (
  { reason, explanation, by }: VoidSafetyEvent['data'],
  before: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  if (before.disclosed)
    return refuse('safety-event/disclosed', 'The people harmed were told of it: it cannot be voided any more.');
  if (before.absorbed.length > 0)
    return refuse('safety-event/has-duplicates', 'Other reports were merged into it: unmerge them first.');
  return [
    {
      type: 'SafetyEventVoided',
      data: {
        reason,
        ...(explanation && { explanation: secret(explanation) }),
        voidedBy: by,
        patients: eligiblePatients(before),
      },
    },
  ];
};
