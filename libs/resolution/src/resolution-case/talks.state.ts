import type { Instant } from '#kernel/core';
import type { ExceptionKind, Mode } from './resolution-case.codes.js';
import type { CaseFact } from './resolution-case.events.js';

/** An attempt to reach the patient. */
export interface Attempt {
  readonly mode: Mode;
  readonly at: Instant;
}

/** What was promised to the patient. */
export interface Promised {
  readonly promise: string;
  readonly owner: string;
  readonly dueAt: Instant;
  readonly kept: boolean;
  /** Somebody else keeps it now: it may outlive the case (INV-28). */
  readonly handedOver: boolean;
}

/** What was said, and what is still owed by it. */
export interface Talks {
  /** Since we last spoke with the patient or who stands for them. */
  readonly attempts: readonly Attempt[];
  /** A first conversation was held; otherwise an exception may say why not. */
  readonly disclosed: boolean;
  readonly exception?: ExceptionKind;
  /** Conversations that do not stand in the chart yet, by their ids; `first` is the first. */
  readonly undocumented: readonly string[];
  /** Every conversation after the first, by its id. */
  readonly conversations: readonly string[];
  readonly questions: readonly { readonly question: string; readonly answered: boolean }[];
  readonly promises: readonly Promised[];
  readonly findings: 'not_told' | 'told' | 'declined';
}

export const nothingSaid: Talks = {
  attempts: [],
  disclosed: false,
  undocumented: [],
  conversations: [],
  questions: [],
  promises: [],
  findings: 'not_told',
};

export type TalksFact = CaseFact<
  | 'DisclosureAttempted'
  | 'InitialDisclosureHeld'
  | 'FollowUpCommunicationHeld'
  | 'DisclosureExceptionRecorded'
  | 'DisclosureDocumented'
  | 'PatientQuestionAsked'
  | 'PatientQuestionAnswered'
  | 'PatientPromiseMade'
  | 'PatientPromiseKept'
  | 'PatientPromiseHandedOver'
  | 'FindingsSharedWithPatient'
  | 'FindingsDeclined'
  | 'ResolutionCaseAbsorbed'
>;

/** What the first conversation is called among those that are to be documented. */
export const FIRST = 'first';

const spoken = (talks: Talks, id: string, documented: boolean): Talks => ({
  ...talks,
  undocumented: documented ? talks.undocumented : [...talks.undocumented, id],
});

const promised = (talks: Talks, promise: string, changes: Partial<Promised>): Talks => ({
  ...talks,
  promises: talks.promises.map((one) => (one.promise === promise ? { ...one, ...changes } : one)),
});

/** The talks of a case after a fact about them. */
export const talksAfter = (talks: Talks, { type, data }: TalksFact): Talks => {
  switch (type) {
    case 'DisclosureAttempted': // who says "not now" was reached
      return data.outcome === 'not_now'
        ? { ...talks, attempts: [] }
        : { ...talks, attempts: [...talks.attempts, { mode: data.mode, at: data.attemptedAt }] };
    case 'InitialDisclosureHeld':
      return { ...spoken(talks, FIRST, data.documentedInChart), attempts: [], disclosed: true };
    case 'FollowUpCommunicationHeld': {
      const heard = spoken(talks, data.conversation, data.documentedInChart);
      return { ...heard, attempts: [], conversations: [...heard.conversations, data.conversation] };
    }
    case 'DisclosureExceptionRecorded':
      return { ...talks, exception: data.kind };
    case 'DisclosureDocumented':
      return { ...talks, undocumented: talks.undocumented.filter((one) => one !== (data.conversation ?? FIRST)) };
    case 'PatientQuestionAsked':
      return { ...talks, attempts: [], questions: [...talks.questions, { question: data.question, answered: false }] };
    case 'PatientQuestionAnswered':
      return {
        ...talks,
        questions: talks.questions.map((one) => (one.question === data.question ? { ...one, answered: true } : one)),
      };
    case 'PatientPromiseMade': {
      const { promise, owner, dueAt } = data;
      return { ...talks, promises: [...talks.promises, { promise, owner, dueAt, kept: false, handedOver: false }] };
    }
    case 'PatientPromiseKept':
      return promised(talks, data.promise, { kept: true });
    case 'PatientPromiseHandedOver':
      return promised(talks, data.promise, { owner: data.to, handedOver: true });
    case 'FindingsSharedWithPatient':
      return { ...talks, findings: 'told' };
    case 'FindingsDeclined':
      return { ...talks, findings: 'declined' };
    case 'ResolutionCaseAbsorbed':
      return {
        ...talks,
        questions: [...talks.questions, ...data.questions.map((question) => ({ question, answered: false }))],
        promises: [...talks.promises, ...data.promises.map((one) => ({ ...one, kept: false }))],
      };
    default:
      return talks; // a fact of another theme
  }
};
