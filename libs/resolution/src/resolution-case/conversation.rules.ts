import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { checkDecides } from './authority.rules.js';
import { hasDeparted } from './care.state.js';
import { checkHeard } from './hearing.rules.js';
import type { Apology, AttemptOutcome, Attendee, ExceptionKind, Mode } from './resolution-case.codes.js';
import {
  type ActiveCase,
  type Asking,
  type By,
  checkTried,
  type Facts,
  openCase,
  openOrClosed,
  type ResolutionCase,
  type Rules,
  speaking,
  takenUp,
} from './resolution-case.rules.js';
import { FIRST } from './talks.state.js';
import { asked, checkCleared, promised } from './told.rules.js';

type Attempt = { mode: Mode; outcome: AttemptOutcome; note?: string; at: Instant } & By;
export type AttemptDisclosure = DomainCommand<'AttemptDisclosure', Attempt>;
/** What is said in a conversation, with its required fields (domain.md 1.2). Ids and clearances come from the handler. */
export interface Conversation {
  mode: Mode;
  attendees: readonly Attendee[];
  /** Which of the recorded representatives and relatives were there. */
  persons?: readonly string[];
  interpreterUsed: boolean;
  apology: Apology;
  /** What was told, as kept facts; all of them cleared. */
  factIds?: readonly string[];
  /** The kept facts that are cleared for sharing now. */
  cleared: readonly string[];
  factsTold: string;
  questions?: readonly { question: string; text: string }[];
  promises?: readonly { promise: string; text: string; owner: string; dueAt: Instant }[];
  materials?: readonly string[];
  nextContactAt?: Instant;
  documentedInChart: boolean;
  /** Whether who led it was trained for it; if not, why it was done all the same. Absent: of an old one, nobody knows. */
  trained?: boolean;
  overrideReason?: string;
  at: Instant;
}
export type HoldInitialDisclosure = DomainCommand<'HoldInitialDisclosure', Conversation & By>;
export type HoldFollowUp = DomainCommand<'HoldFollowUp', Conversation & By & { conversation: string }>;
export type DocumentDisclosure = DomainCommand<'DocumentDisclosure', { conversation?: string; at: Instant } & By>;
export type RecordDisclosureException = DomainCommand<
  'RecordDisclosureException',
  { kind: ExceptionKind; person?: string; explanation?: string; at: Instant } & By
>;

/** A case whose first conversation is still owed; who could not be told may be told later. */
const undisclosed = (asking: Asking, resolutionCase: ResolutionCase): ActiveCase => {
  const before = speaking(asking, resolutionCase);
  if (!before.talks.disclosed) return before;
  return refuse('resolution-case/already-disclosed', 'The first conversation was already held.');
};

/** Somebody was not reached: for the first conversation, or while we keep in touch. */
export const attempt = (data: AttemptDisclosure['data'], resolutionCase: ResolutionCase): Facts => {
  const { mode, outcome, note, at, by } = data;
  const { safetyEventId, talks } = speaking(data, resolutionCase);
  if (talks.disclosed) openCase(resolutionCase);
  return [
    {
      type: 'DisclosureAttempted',
      data: { safetyEventId, mode, outcome, attemptedAt: at, attemptedBy: by, ...(note && { note: secret(note) }) },
    },
  ];
};

/** Sorrow may be said at once; fault once a departure was determined, or counsel lets it (domain.md 8.8). */
const checkApology = (apology: Apology, { care }: ActiveCase): void => {
  if (apology === 'responsibility' && !hasDeparted(care) && !care.counselReleased)
    refuse(
      'resolution-case/apology-before-determination',
      'An apology that takes responsibility waits for the determination; say sorrow now.',
      'apology',
    );
};

/** Whoever leads a conversation is trained for it, or it is said why not (domain.md 8.8). */
const trainingOf = ({ trained, overrideReason }: Conversation) => {
  if (trained === undefined) return { training: 'not_asked' } as const;
  if (trained) return { training: 'trained' } as const;
  if (!overrideReason)
    return refuse(
      'resolution-case/not-trained',
      'Who leads a conversation is trained for it: else say why it could not wait.',
      'overrideReason',
    );
  return { training: 'overridden', overrideReason: secret(overrideReason) } as const;
};

/** What a conversation's record keeps, once it is known to be one. */
const checkedTalk = (said: Conversation & By, before: ActiveCase) => {
  const { mode, attendees, persons = [], interpreterUsed, apology, factIds = [], materials, nextContactAt, at } = said;
  checkHeard(before.people, attendees, persons, at);
  checkCleared(factIds, said.cleared);
  checkApology(apology, before);
  if (nextContactAt !== undefined && nextContactAt <= at)
    return refuse('resolution-case/next-contact-past', 'The next contact comes after this one.', 'nextContactAt');
  return {
    safetyEventId: before.safetyEventId,
    heldAt: at,
    mode,
    attendees,
    persons,
    interpreterUsed,
    apology,
    factIds,
    factsTold: secret(said.factsTold),
    documentedInChart: said.documentedInChart,
    ...trainingOf(said),
    heldBy: said.by,
    ...(materials && { materials: secret(materials) }),
    ...(nextContactAt && { nextContactAt }),
  };
};

/** What they asked and were promised in it: each is owed an end of its own (INV-28). */
const raised = ({ questions = [], promises = [], at, by }: Conversation & By, { safetyEventId }: ActiveCase): Facts => [
  ...questions.map(({ question, text }) => asked({ safetyEventId, question, text, at, by })),
  ...promises.map((one) => promised({ safetyEventId, ...one, at, by })),
];

/** The first conversation (domain.md 1.2). */
export const holdInitialDisclosure = (data: HoldInitialDisclosure['data'], resolutionCase: ResolutionCase): Facts => {
  const before = undisclosed(data, resolutionCase);
  return [{ type: 'InitialDisclosureHeld', data: checkedTalk(data, before) }, ...raised(data, before)];
};

/** Every conversation after it. Once there is a suit, talks are counsel's (domain.md 8.16). */
export const holdFollowUp = (data: HoldFollowUp['data'], resolutionCase: ResolutionCase): Facts => {
  const before = speaking(data, resolutionCase);
  if (!before.talks.disclosed && before.talks.exception === undefined)
    return refuse('resolution-case/not-disclosed', 'The first conversation comes first.');
  const held = { ...checkedTalk(data, before), conversation: data.conversation };
  return [{ type: 'FollowUpCommunicationHeld', data: held }, ...raised(data, before)];
};

/** A conversation stands in the chart now; its note may come when the case was closed. */
export const documentDisclosure = (data: DocumentDisclosure['data'], resolutionCase: ResolutionCase): Facts => {
  const before = openOrClosed(takenUp(data, resolutionCase));
  const { conversation, at, by } = data;
  if (!before.talks.undocumented.includes(conversation ?? FIRST))
    return refuse('resolution-case/nothing-to-document', 'This conversation stands in the chart, or was never held.');
  const { safetyEventId } = before;
  return [
    {
      type: 'DisclosureDocumented',
      data: { safetyEventId, documentedAt: at, documentedBy: by, ...(conversation && { conversation }) },
    },
  ];
};

/** Why there was no first conversation; that they do not want one is said by who decides (domain.md 8.16). */
export const recordException = (data: RecordDisclosureException['data'], resolutionCase: ResolutionCase): Facts => {
  const { kind, person, explanation, at, by } = data;
  const { safetyEventId, status, talks, people } = undisclosed(data, resolutionCase);
  if (talks.exception !== undefined)
    return refuse('resolution-case/exception-recorded', 'An exception was already recorded.');
  if (status === 'activated') return refuse('resolution-case/no-attempt', 'Record the attempt first.');
  if (kind === 'unreachable') checkTried(talks.attempts);
  if (kind === 'declined') checkDecides(people, person, at);
  else if (person !== undefined)
    return refuse('resolution-case/nobody-declined', 'Name a person only where they declined to be told.', 'person');
  return [
    {
      type: 'DisclosureExceptionRecorded',
      data: {
        safetyEventId,
        kind,
        ...(person && { person }),
        recordedBy: by,
        ...(explanation && { explanation: secret(explanation) }),
      },
    },
  ];
};

export type ConversationCommand =
  | AttemptDisclosure
  | HoldInitialDisclosure
  | HoldFollowUp
  | DocumentDisclosure
  | RecordDisclosureException;

export const conversationRules: Rules<ConversationCommand> = {
  AttemptDisclosure: attempt,
  HoldInitialDisclosure: holdInitialDisclosure,
  HoldFollowUp: holdFollowUp,
  DocumentDisclosure: documentDisclosure,
  RecordDisclosureException: recordException,
};
