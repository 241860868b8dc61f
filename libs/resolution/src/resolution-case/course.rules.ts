import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { HoldReason, Receiver, ReopenReason } from './ending.codes.js';
import { type MergingCommand, mergingRules } from './merging.rules.js';
import {
  type ActiveCase,
  active,
  type By,
  checkOnTeam,
  type Facts,
  openCase,
  type ResolutionCase,
  type Rules,
} from './resolution-case.rules.js';
import { alsoOf, unsettled } from './settled.rules.js';

export type PlaceOnHold = DomainCommand<
  'PlaceOnHold',
  { reason: HoldReason; until?: Instant; note?: string; at: Instant } & By
>;
export type ResumeCase = DomainCommand<'ResumeCase', { at: Instant } & By>;
export type ReceiveClaim = DomainCommand<
  'ReceiveClaim',
  {
    /** The patient does not talk with us any more. */
    endsTalks: boolean;
    reference?: string;
    at: Instant;
  } & By
>;
export type RecordSuit = DomainCommand<'RecordSuit', { court?: string; reference?: string; at: Instant } & By>;
export type ReturnFromOutside = DomainCommand<'ReturnFromOutside', { at: Instant } & By>;
export type AskTransfer = DomainCommand<
  'AskTransfer',
  {
    receiver: Receiver;
    /** The other organization, by name. */
    to: string;
    at: Instant;
  } & By
>;
export type TransferCase = DomainCommand<
  'TransferCase',
  {
    /** Who accepted it there, by name or office. */
    acceptedBy: string;
    /** When the patient has spoken with the receiver's liaison. */
    patientToldAt: Instant;
    at: Instant;
  } & By
>;
export type ReopenCase = DomainCommand<'ReopenCase', { reason: ReopenReason; note?: string; at: Instant } & By>;

/** The patient wishes to wait, or something else does not let us go on: the case comes back to where it was. */
export const placeOnHold = (data: PlaceOnHold['data'], resolutionCase: ResolutionCase): Facts => {
  const { reason, until, note, at, by } = data;
  const before = active(resolutionCase);
  checkOnTeam(data, before);
  if (before.status === 'on_hold') return refuse('resolution-case/already-on-hold', 'The case is on hold already.');
  const { safetyEventId } = unsettled(before);
  if (until !== undefined && until <= at)
    return refuse('resolution-case/until-past', 'When we ask again comes after the hold begins.', 'until');
  return [
    {
      type: 'CasePlacedOnHold',
      data: {
        safetyEventId,
        reason,
        ...(until && { until }),
        ...(note && { note: secret(note) }),
        heldAt: at,
        heldBy: by,
      },
    },
  ];
};

export const resume = (data: ResumeCase['data'], resolutionCase: ResolutionCase): Facts => {
  const before = active(resolutionCase);
  checkOnTeam(data, before);
  if (before.status !== 'on_hold') return refuse('resolution-case/not-on-hold', 'The case is not on hold.');
  const { safetyEventId } = before;
  return [{ type: 'CaseResumed', data: { safetyEventId, resumedAt: data.at, resumedBy: data.by } }];
};

/** A demand in writing: counsel goes on where it ends the talks; otherwise they go on, and it is known. */
export const receiveClaim = (
  { endsTalks, reference, at, by }: ReceiveClaim['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const { safetyEventId } = endsTalks ? unsettled(resolutionCase) : openCase(resolutionCase);
  return [
    {
      type: 'ClaimReceived',
      data: {
        safetyEventId,
        receivedAt: at,
        endsTalks,
        ...(reference && { reference: secret(reference) }),
        recordedBy: by,
      },
    },
  ];
};

/** Talks go on between counsels only (domain.md 8.16). */
export const recordSuit = ({ court, reference, at, by }: RecordSuit['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId } = unsettled(resolutionCase);
  return [
    {
      type: 'SuitFiled',
      data: {
        safetyEventId,
        filedAt: at,
        ...(court && { court: secret(court) }),
        ...(reference && { reference: secret(reference) }),
        recordedBy: by,
      },
    },
  ];
};

export const returnFromOutside = ({ at, by }: ReturnFromOutside['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, status } = active(resolutionCase);
  if (status !== 'outside')
    return refuse('resolution-case/not-outside', 'No claim or suit has taken the case outside.');
  return [{ type: 'CaseReturnedFromOutside', data: { safetyEventId, returnedAt: at, returnedBy: by } }];
};

export const askTransfer = ({ receiver, to, at, by }: AskTransfer['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, transferAsked } = unsettled(resolutionCase);
  if (transferAsked?.receiver === receiver && transferAsked.to === to) return [];
  return [{ type: 'ResolutionCaseTransferAsked', data: { safetyEventId, receiver, to, askedAt: at, askedBy: by } }];
};

/** Ours until the receiver has accepted it, and the patient has spoken with who they can reach there (domain.md 8.16). */
export const transfer = (
  { acceptedBy, patientToldAt, at, by }: TransferCase['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const before = unsettled(resolutionCase);
  const { safetyEventId, transferAsked } = before;
  if (!transferAsked)
    return refuse('resolution-case/transfer-not-asked', 'Ask the other organization to take the case over first.');
  if (patientToldAt > at)
    return refuse(
      'resolution-case/patient-not-told',
      'The patient speaks with the receiver’s liaison before the case is theirs.',
      'patientToldAt',
    );
  const { receiver, to } = transferAsked;
  return [
    {
      type: 'ResolutionCaseTransferred',
      data: {
        safetyEventId,
        receiver: receiver as Receiver,
        to,
        acceptedBy: secret(acceptedBy),
        patientToldAt,
        transferredAt: at,
        transferredBy: by,
        ...alsoOf(before),
      },
    },
  ];
};

/** What was closed, or declined and is asked for by the patient now: it is taken through once more. */
export const reopen = ({ reason, note, at, by }: ReopenCase['data'], resolutionCase: ResolutionCase): Facts => {
  const before = reopenable(resolutionCase);
  if (before.status === 'declined' && reason !== 'patient_asks')
    return refuse(
      'resolution-case/patient-has-not-asked',
      'The patient declined the program: only they can ask for it again.',
      'reason',
    );
  return [
    {
      type: 'ResolutionCaseReopened',
      data: {
        safetyEventId: before.safetyEventId,
        cycle: before.cycle + 1,
        reason,
        ...(note && { note: secret(note) }),
        reopenedAt: at,
        reopenedBy: by,
        ...alsoOf(before),
      },
    },
  ];
};

const reopenable = (resolutionCase: ResolutionCase): ActiveCase => {
  if (resolutionCase.status === 'closed') return resolutionCase;
  const before = active(resolutionCase);
  if (before.status !== 'declined')
    return refuse('resolution-case/not-closed', 'The case goes on: there is nothing to reopen.');
  return before;
};

/** How a case stands aside, goes elsewhere and begins again (domain.md 8.8). */
export type CourseCommand =
  | PlaceOnHold
  | ResumeCase
  | ReceiveClaim
  | RecordSuit
  | ReturnFromOutside
  | AskTransfer
  | TransferCase
  | ReopenCase
  | MergingCommand;

export const courseRules: Rules<CourseCommand> = {
  ...mergingRules,
  PlaceOnHold: placeOnHold,
  ResumeCase: resume,
  ReceiveClaim: receiveClaim,
  RecordSuit: recordSuit,
  ReturnFromOutside: returnFromOutside,
  AskTransfer: askTransfer,
  TransferCase: transfer,
  ReopenCase: reopen,
};
