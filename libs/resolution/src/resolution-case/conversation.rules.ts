import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { Apology, AttemptOutcome, Attendee, ExceptionKind, Mode } from './resolution-case.codes.js';
import {
  type ActiveCase,
  active,
  type By,
  checkOnTeam,
  checkOwnParty,
  checkTried,
  type Facts,
  type ResolutionCase,
  type Rules,
} from './resolution-case.rules.js';

export type AttemptDisclosure = DomainCommand<
  'AttemptDisclosure',
  { mode: Mode; outcome: AttemptOutcome; note?: string; at: Instant } & By
>;
export type HoldInitialDisclosure = DomainCommand<
  'HoldInitialDisclosure',
  {
    mode: Mode;
    attendees: readonly Attendee[];
    interpreterUsed: boolean;
    apology: Apology;
    factsTold: string;
    questions?: readonly string[];
    promises?: readonly string[];
    materials?: readonly string[];
    nextContactAt?: Instant;
    documentedInChart: boolean;
    at: Instant;
  } & By
>;
export type RecordDisclosureException = DomainCommand<
  'RecordDisclosureException',
  { kind: ExceptionKind; explanation?: string } & By
>;

/** A case whose first conversation is still owed; who could not be told may be told later. */
const undisclosed = (by: By, resolutionCase: ResolutionCase): ActiveCase => {
  const before = active(resolutionCase);
  checkOnTeam(by, before);
  if (before.talks.disclosed)
    return refuse('resolution-case/already-disclosed', 'The first conversation was already held.');
  return before;
};

export const attempt = (data: AttemptDisclosure['data'], resolutionCase: ResolutionCase): Facts => {
  const { mode, outcome, note, at, by } = data;
  const { safetyEventId } = undisclosed(data, resolutionCase);
  return [
    {
      type: 'DisclosureAttempted',
      data: { safetyEventId, mode, outcome, attemptedAt: at, attemptedBy: by, ...(note && { note: secret(note) }) },
    },
  ];
};

/** The first conversation, with its required fields (domain.md 1.2). Sorrow may be said at once, fault only once it is determined. */
export const holdInitialDisclosure = (data: HoldInitialDisclosure['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId } = undisclosed(data, resolutionCase);
  const { at, by, role: _role, factsTold, questions, promises, materials, ...clear } = data;
  checkOwnParty(clear.attendees);
  if (clear.apology === 'responsibility')
    return refuse(
      'resolution-case/apology-before-determination',
      'An apology that takes responsibility waits for the determination; say sorrow now.',
      'apology',
    );
  if (clear.nextContactAt !== undefined && clear.nextContactAt <= at)
    return refuse('resolution-case/next-contact-past', 'The next contact comes after this one.', 'nextContactAt');
  return [
    {
      type: 'InitialDisclosureHeld',
      data: {
        safetyEventId,
        ...clear,
        persons: [],
        factIds: [],
        training: 'not_asked',
        heldAt: at,
        heldBy: by,
        factsTold: secret(factsTold),
        ...(questions && { questions: secret(questions) }),
        ...(promises && { promises: secret(promises) }),
        ...(materials && { materials: secret(materials) }),
      },
    },
  ];
};

export const recordException = (data: RecordDisclosureException['data'], resolutionCase: ResolutionCase): Facts => {
  const { kind, explanation, by } = data;
  const { safetyEventId, status, talks } = undisclosed(data, resolutionCase);
  if (status !== 'disclosing')
    return status === 'activated'
      ? refuse('resolution-case/no-attempt', 'Record the attempt first.')
      : refuse('resolution-case/exception-recorded', 'An exception was already recorded.');
  if (kind === 'unreachable') checkTried(talks.attempts);
  return [
    {
      type: 'DisclosureExceptionRecorded',
      data: { safetyEventId, kind, recordedBy: by, ...(explanation && { explanation: secret(explanation) }) },
    },
  ];
};

export type ConversationCommand = AttemptDisclosure | HoldInitialDisclosure | RecordDisclosureException;

export const conversationRules: Rules<ConversationCommand> = {
  AttemptDisclosure: attempt,
  HoldInitialDisclosure: holdInitialDisclosure,
  RecordDisclosureException: recordException,
};
