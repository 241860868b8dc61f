import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { Receiver } from './ending.codes.js';
import { active, type By, type Facts, openCase, type ResolutionCase, type Rules } from './resolution-case.rules.js';
import { alsoOf, unsettled } from './settled.rules.js';

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
  if (patientToldAt < transferAsked.askedAt)
    return refuse(
      'resolution-case/patient-told-early',
      'The patient speaks with the receiver’s liaison once they were asked to take the case over.',
      'patientToldAt',
    );
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

/** How a case goes on outside of the program, or at another organization (domain.md 8.8, 8.16). */
export type ElsewhereCommand = ReceiveClaim | RecordSuit | ReturnFromOutside | AskTransfer | TransferCase;

export const elsewhereRules: Rules<ElsewhereCommand> = {
  ReceiveClaim: receiveClaim,
  RecordSuit: recordSuit,
  ReturnFromOutside: returnFromOutside,
  AskTransfer: askTransfer,
  TransferCase: transfer,
};
