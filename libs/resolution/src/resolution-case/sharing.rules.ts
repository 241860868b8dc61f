import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { checkDecides } from './authority.rules.js';
import { checkReached } from './hearing.rules.js';
import type { Attendee, Mode } from './resolution-case.codes.js';
import {
  type ActiveCase,
  type Asking,
  type By,
  type Facts,
  onTeam,
  openOrClosed,
  type ResolutionCase,
  type Rules,
  speaking,
  takenUp,
} from './resolution-case.rules.js';
import { isActive } from './resolution-case.state.js';
import type { Promised } from './talks.state.js';
import { asked, checkCleared, promised } from './told.rules.js';

export type AskQuestion = DomainCommand<'AskQuestion', { question: string; text: string; at: Instant } & By>;
export type AnswerQuestion = DomainCommand<'AnswerQuestion', { question: string; answer: string; at: Instant } & By>;
export type MakePromise = DomainCommand<
  'MakePromise',
  { promise: string; text: string; owner: string; dueAt: Instant; at: Instant } & By
>;
export type KeepPromise = DomainCommand<'KeepPromise', { promise: string; at: Instant } & By>;
export type HandOverPromise = DomainCommand<'HandOverPromise', { promise: string; to: string; at: Instant } & By>;
export type ShareFindings = DomainCommand<
  'ShareFindings',
  {
    factIds: readonly string[];
    actionIds: readonly string[];
    cleared: readonly string[];
    mode: Mode;
    attendees: readonly Attendee[];
    persons?: readonly string[];
    /** Why counsel lets them be told while a suit or a claim goes on. */
    counselReason?: string;
    at: Instant;
  } & By
>;
export type DeclineFindings = DomainCommand<'DeclineFindings', { person?: string; at: Instant } & By>;

/** Asked between conversations, by a call or a letter. */
export const ask = (data: AskQuestion['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId } = onTeam(data, resolutionCase);
  return [asked({ ...data, safetyEventId })];
};

export const answer = (data: AnswerQuestion['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, talks } = speaking(data, resolutionCase);
  const { question, at, by } = data;
  const found = talks.questions.find((one) => one.question === question);
  if (!found) return refuse('resolution-case/no-such-question', 'There is no such question.', 'question');
  if (found.answered) return refuse('resolution-case/answered', 'This question was already answered.', 'question');
  return [
    {
      type: 'PatientQuestionAnswered',
      data: { safetyEventId, question, answer: secret(data.answer), answeredAt: at, answeredBy: by },
    },
  ];
};

export const promise = (data: MakePromise['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId } = speaking(data, resolutionCase);
  return [promised({ ...data, safetyEventId })];
};

/**
 * A case whose promises are kept: one that goes on here, or was closed since. A promise outlives its case (INV-28), and who
 * keeps it may have left the team, or never have been of it.
 */
const promising = (data: Asking & { readonly promise: string }, resolutionCase: ResolutionCase): ActiveCase => {
  const isKeeper = ({ talks }: ActiveCase) =>
    talks.promises.some(({ promise: id, owner }) => id === data.promise && owner === data.by);
  if (isActive(resolutionCase) && isKeeper(resolutionCase)) return openOrClosed(resolutionCase);
  return openOrClosed(takenUp(data, resolutionCase));
};

/** A promise that is still to be kept. */
const unkept = ({ talks }: ActiveCase, id: string): Promised => {
  const found = talks.promises.find((one) => one.promise === id);
  if (!found) return refuse('resolution-case/no-such-promise', 'There is no such promise.', 'promise');
  if (found.kept) return refuse('resolution-case/kept', 'This promise was already kept.', 'promise');
  return found;
};

export const keep = (data: KeepPromise['data'], resolutionCase: ResolutionCase): Facts => {
  const before = promising(data, resolutionCase);
  const { promise: id, at, by } = data;
  unkept(before, id);
  const { safetyEventId } = before;
  return [{ type: 'PatientPromiseKept', data: { safetyEventId, promise: id, keptAt: at, keptBy: by } }];
};

export const handOverPromise = (data: HandOverPromise['data'], resolutionCase: ResolutionCase): Facts => {
  const before = promising(data, resolutionCase);
  const { promise: id, to, by } = data;
  if (unkept(before, id).owner === to)
    return refuse('resolution-case/same-owner', 'The promise is theirs already.', 'to');
  const { safetyEventId } = before;
  return [{ type: 'PatientPromiseHandedOver', data: { safetyEventId, promise: id, to, handedOverBy: by } }];
};

/** INV-24: findings are told as kept facts that are cleared, to those who may hear them; again whenever there is more. */
export const shareFindings = (data: ShareFindings['data'], resolutionCase: ResolutionCase): Facts => {
  const before = onTeam(data, resolutionCase);
  const { factIds, actionIds, mode, attendees, persons = [], counselReason, at, by } = data;
  if (factIds.length === 0)
    return refuse('resolution-case/nothing-to-share', 'Name the facts that were told.', 'factIds');
  checkCleared(factIds, data.cleared);
  checkReached(before.people, data);
  const { safetyEventId, status } = before;
  if (status === 'outside' && !counselReason)
    return refuse(
      'resolution-case/counsel-decides',
      'A suit or claim goes on: say why counsel lets the findings be told.',
      'counselReason',
    );
  return [
    {
      type: 'FindingsSharedWithPatient',
      data: {
        safetyEventId,
        factIds,
        actionIds,
        mode,
        attendees,
        persons,
        ...(counselReason && { counselReason: secret(counselReason) }),
        sharedAt: at,
        sharedBy: by,
      },
    },
  ];
};

/** They would rather not hear them; who says so may decide for the patient. */
export const declineFindings = (data: DeclineFindings['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, people, talks } = onTeam(data, resolutionCase);
  const { person, at, by } = data;
  if (talks.findings !== 'not_told')
    return refuse('resolution-case/findings-settled', 'The findings were told, or declined, already.');
  checkDecides(people, person, at);
  return [
    { type: 'FindingsDeclined', data: { safetyEventId, declinedAt: at, recordedBy: by, ...(person && { person }) } },
  ];
};

export type SharingCommand =
  | AskQuestion
  | AnswerQuestion
  | MakePromise
  | KeepPromise
  | HandOverPromise
  | ShareFindings
  | DeclineFindings;

export const sharingRules: Rules<SharingCommand> = {
  AskQuestion: ask,
  AnswerQuestion: answer,
  MakePromise: promise,
  KeepPromise: keep,
  HandOverPromise: handOverPromise,
  ShareFindings: shareFindings,
  DeclineFindings: declineFindings,
};
