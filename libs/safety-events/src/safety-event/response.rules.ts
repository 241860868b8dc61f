import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { ReviewMethod, ReviewTrigger } from './follow-up.codes.js';
import type { EvidenceKind, Involvement, StaffRelation } from './patient.codes.js';
import type { Flag } from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import type { LivingSafetyEvent } from './safety-event.rules.js';
import { checkOrder } from './safety-event.times.js';

export type SequesterEvidence = DomainCommand<
  'SequesterEvidence',
  { items: readonly EvidenceKind[]; description?: string; at: Instant; by: string }
>;
export type IdentifyInvolvedStaff = DomainCommand<
  'IdentifyInvolvedStaff',
  { staff: string; involvement: Involvement; relation?: StaffRelation; at: Instant; by: string }
>;
export type RequireReview = DomainCommand<
  'RequireReview',
  { method: ReviewMethod; trigger: ReviewTrigger; at: Instant; by: string }
>;
export type AssignSafetyEvent = DomainCommand<'AssignSafetyEvent', { owner: string; by: string }>;
export type FlagSafetyEvent = DomainCommand<'FlagSafetyEvent', { flag: Flag; raised: boolean; by: string }>;

/** Put in a secure place, untouched (domain.md 1.2, event checklist). */
export const sequester = (
  { items, description, at, by }: SequesterEvidence['data'],
  { eventAt }: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  checkOrder(eventAt, at);
  return [
    {
      type: 'EvidenceSequestered',
      data: {
        items,
        ...(description && { description: secret(description) }),
        sequesteredAt: at,
        sequesteredBy: by,
      },
    },
  ];
};

/** Each is identified once: an offer of support is owed from then on (DL-05), and its cases hear of them. */
export const identifyStaff = (
  { staff, involvement, relation, at, by }: IdentifyInvolvedStaff['data'],
  { involved, eventAt, cases }: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  if (involved[staff] === involvement) return [];
  if (involved[staff])
    return refuse('safety-event/already-involved', 'They were identified as involved before, in another way.', 'staff');
  checkOrder(eventAt, at);
  const known = Object.keys(cases);
  const told = { staff, involvement, ...(relation && { relation }), ...(known.length > 0 && { cases: known }) };
  return [{ type: 'InvolvedStaffIdentified', data: { ...told, identifiedAt: at, identifiedBy: by } }];
};

/** A review is asked for besides what triage asks for by itself; the same one for the same reason only once (6.2). */
export const requireReview = (
  { method, trigger, at, by }: RequireReview['data'],
  { reviews, eventAt }: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  if (reviews.some((one) => one.method === method && one.trigger === trigger)) return [];
  checkOrder(eventAt, at);
  return [{ type: 'ReviewRequired', data: { method, trigger, requiredAt: at, requiredBy: by } }];
};

export const assign = (
  { owner, by }: AssignSafetyEvent['data'],
  before: LivingSafetyEvent,
): readonly SafetyEventFact[] =>
  before.owner === owner ? [] : [{ type: 'SafetyEventAssigned', data: { owner, assignedBy: by } }];

/** People raise and lower flags; the one that a source's unanswered question raises, they only lower. */
export const setFlag = (
  { flag, raised, by }: FlagSafetyEvent['data'],
  { flags }: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  if (flags.includes(flag) === raised) return [];
  if (raised && flag === 'event_type_unanswered')
    return refuse('safety-event/flag-of-sources', 'Only an outside source leaves this question unanswered.', 'flag');
  return [{ type: 'SafetyEventFlagged', data: { flag, raised, flaggedBy: by } }];
};
