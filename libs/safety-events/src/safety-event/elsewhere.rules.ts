import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { Authority, PsoKind, Redirection, TransferredPart } from './follow-up.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import type { LivingSafetyEvent } from './safety-event.rules.js';
import { checkOrder } from './safety-event.times.js';

export type RedirectSafetyEvent = DomainCommand<
  'RedirectSafetyEvent',
  { to: Redirection; owner: string; reason?: string; by: string }
>;
export type ReturnSafetyEvent = DomainCommand<'ReturnSafetyEvent', { reason?: string; by: string }>;
export type TransferSafetyEvent = DomainCommand<
  'TransferSafetyEvent',
  {
    toOrganization: string;
    acceptedBy: string;
    acceptedAt: Instant;
    what: readonly TransferredPart[];
    at: Instant;
    by: string;
  }
>;
export type SubmitExternalReport = DomainCommand<
  'SubmitExternalReport',
  { authority: Authority; jurisdiction?: string; reference?: string; at: Instant; by: string }
>;
export type RecordPsoSubmission = DomainCommand<
  'RecordPsoSubmission',
  { psoId: string; kind: PsoKind; format: string; reference?: string; at: Instant; by: string }
>;

/** Another office's matter: somebody there, who is named, has it now. */
export const redirect = (
  { reason, by, ...clear }: RedirectSafetyEvent['data'],
  { status }: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  switch (status) {
    case 'triaged':
      return [
        {
          type: 'SafetyEventRedirected',
          data: { ...clear, ...(reason && { reason: secret(reason) }), redirectedBy: by },
        },
      ];
    case 'reported':
      return refuse('safety-event/not-triaged', 'Triage it before redirecting it.');
    case 'redirected':
      return refuse('safety-event/already-redirected', 'Another office has it already.');
    default:
      return refuse('safety-event/already-confirmed', 'It was confirmed as a safety event: it is worked on here.');
  }
};

export const returned = (
  { reason, by }: ReturnSafetyEvent['data'],
  { status }: LivingSafetyEvent,
): readonly SafetyEventFact[] =>
  status === 'redirected'
    ? [{ type: 'SafetyEventReturned', data: { ...(reason && { reason: secret(reason) }), returnedBy: by } }]
    : refuse('safety-event/not-redirected', 'It was not redirected: there is nowhere to return it from.');

/** Handed over to another organization, which has said that it takes it (domain.md 8.4, 8.16). */
export const transfer = (
  { acceptedBy, at, by, ...clear }: TransferSafetyEvent['data'],
  { status, eventAt }: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  if (status !== 'confirmed') return refuse('safety-event/not-confirmed', 'Confirm it before transferring it.');
  if (clear.acceptedAt > at)
    return refuse('safety-event/not-accepted', 'The other organization accepts it first.', 'acceptedAt');
  checkOrder(eventAt, clear.acceptedAt, 'acceptedAt');
  return [
    {
      type: 'SafetyEventTransferred',
      data: { ...clear, acceptedBy: secret(acceptedBy), transferredBy: by },
    },
  ];
};

export const submitExternalReport = (
  { at, by, ...clear }: SubmitExternalReport['data'],
  { eventAt }: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  checkOrder(eventAt, at);
  return [{ type: 'ExternalReportSubmitted', data: { ...clear, submittedAt: at, submittedBy: by } }];
};

export const recordPsoSubmission = (
  { at, by, ...clear }: RecordPsoSubmission['data'],
  { eventAt }: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  checkOrder(eventAt, at);
  return [{ type: 'PsoSubmissionRecorded', data: { ...clear, submittedAt: at, submittedBy: by } }];
};
