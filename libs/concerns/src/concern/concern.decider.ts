import { type Decider, unreachable } from '#kernel/core';
import type { ConcernFact } from './concern.events.js';
import type { Concern, KnownConcern } from './concern.rules.js';
import {
  type AcknowledgeConcern,
  acknowledge,
  type RespondToConcern,
  respond,
  type SendConcernMessage,
  type SendDelayNotice,
  type SupplementConcern,
  sendDelayNotice,
  sendMessage,
  supplement,
} from './contact.rules.js';
import { type ConvertConcern, convert, type NoteSafetyEventOutcome, noteOutcome } from './conversion.rules.js';
import {
  type AbsorbConcern,
  absorb,
  type ClearConcern,
  type ConfirmSpam,
  clear,
  confirmSpam,
  type MergeConcern,
  merge,
  type ProposeSpam,
  proposeSpam,
} from './duplicate.rules.js';
import {
  type CloseConcern,
  close,
  type RedirectConcern,
  type ReopenConcern,
  redirect,
  reopen,
  type WithdrawConcern,
  withdraw,
} from './ending.rules.js';
import { isFullAnswer } from './full-answer.rules.js';
import {
  type DiscloseIdentity,
  discloseIdentity,
  type IdentifySubmitter,
  identify,
  type SubmitConcern,
  submit,
} from './submission.rules.js';
import {
  type AssignConcern,
  assign,
  type ClassifyConcern,
  classify,
  type StartFollowUp,
  startFollowUp,
  type TakeUrgentAction,
  type TriageConcern,
  takeUrgentAction,
  triage,
} from './triage.rules.js';

export type ConcernCommand =
  | SubmitConcern
  | IdentifySubmitter
  | DiscloseIdentity
  | TakeUrgentAction
  | AcknowledgeConcern
  | ClassifyConcern
  | TriageConcern
  | AssignConcern
  | StartFollowUp
  | SupplementConcern
  | SendConcernMessage
  | SendDelayNotice
  | RespondToConcern
  | CloseConcern
  | RedirectConcern
  | WithdrawConcern
  | ReopenConcern
  | MergeConcern
  | AbsorbConcern
  | ProposeSpam
  | ConfirmSpam
  | ClearConcern
  | ConvertConcern
  | NoteSafetyEventOutcome;

/** The transitions and guards of domain.md 8.5. */
const decide = (command: ConcernCommand, concern: Concern): readonly ConcernFact[] => {
  switch (command.type) {
    case 'SubmitConcern':
      return submit(command.data, concern);
    case 'IdentifySubmitter':
      return identify(command.data, concern);
    case 'DiscloseIdentity':
      return discloseIdentity(command.data, concern);
    case 'TakeUrgentAction':
      return takeUrgentAction(command.data, concern);
    case 'AcknowledgeConcern':
      return acknowledge(command.data, concern);
    case 'ClassifyConcern':
      return classify(command.data, concern);
    case 'TriageConcern':
      return triage(command.data, concern);
    case 'AssignConcern':
      return assign(command.data, concern);
    case 'StartFollowUp':
      return startFollowUp(command.data, concern);
    case 'SupplementConcern':
      return supplement(command.data, concern);
    case 'SendConcernMessage':
      return sendMessage(command.data, concern);
    case 'SendDelayNotice':
      return sendDelayNotice(command.data, concern);
    case 'RespondToConcern':
      return respond(command.data, concern);
    case 'CloseConcern':
      return close(command.data, concern);
    case 'RedirectConcern':
      return redirect(command.data, concern);
    case 'WithdrawConcern':
      return withdraw(command.data, concern);
    case 'ReopenConcern':
      return reopen(command.data, concern);
    case 'MergeConcern':
      return merge(command.data, concern);
    case 'AbsorbConcern':
      return absorb(command.data, concern);
    case 'ProposeSpam':
      return proposeSpam(command.data, concern);
    case 'ConfirmSpam':
      return confirmSpam(command.data, concern);
    case 'ClearConcern':
      return clear(command.data, concern);
    case 'ConvertConcern':
      return convert(command.data, concern);
    case 'NoteSafetyEventOutcome':
      return noteOutcome(command.data, concern);
    default:
      return unreachable(command);
  }
};

const evolve = (concern: Concern, event: ConcernFact): Concern => {
  if (event.type === 'ConcernSubmitted') return submitted(event.data);
  return concern.status === 'none' ? concern : followed(concern, event);
};

const submitted = (data: Extract<ConcernFact, { type: 'ConcernSubmitted' }>['data']): KnownConcern => {
  const { receivedAt, facilityId, unitId, anonymous, mayContact, mayShareIdentity, reachable, wishes = [] } = data;
  return {
    status: 'submitted',
    receivedAt,
    facilityId,
    ...(unitId && { unitId }),
    anonymous,
    mayContact,
    mayShareIdentity,
    wantsReply: wishes.length > 0 && !wishes.includes('no_reply'),
    reachable,
    codes: [],
    atRisk: data.stillAtRisk,
    acknowledged: false,
    kinds: [],
    grievance: false,
    answeredInFull: false,
    tries: 0,
    absorbed: {},
    quarantined: data.quarantine !== undefined,
  };
};

type Following = Exclude<ConcernFact, { type: 'ConcernSubmitted' }>;

const followed = (before: KnownConcern, event: Following): KnownConcern => {
  switch (event.type) {
    case 'ConcernReceiptIssued':
      return { ...before, codes: [...before.codes, event.data.codeHash] };
    case 'ConcernSubmitterIdentified':
      return { ...before, anonymous: false, reachable: before.reachable || event.data.contact !== undefined };
    case 'UrgentSafetyActionTaken':
      return { ...before, atRisk: false };
    case 'ConcernAcknowledged':
      return acknowledgedBy(before, event.data.human);
    case 'ConcernClassified':
      return { ...before, kinds: event.data.kinds, grievance: event.data.grievance };
    case 'ConcernTriaged':
      return { ...before, status: 'triaged', owner: event.data.owner };
    case 'ConcernAssigned':
      return { ...before, owner: event.data.owner };
    case 'ConcernFollowUpStarted':
      return { ...before, status: 'in_follow_up' };
    case 'ConcernSupplemented':
      return event.data.from === 'submitter' ? { ...before, tries: 0 } : before;
    case 'ConcernMessageExchanged':
      return { ...before, tries: event.data.from === 'submitter' ? 0 : before.tries + 1 };
    case 'ConcernResponded':
      return answered(before, event.data);
    case 'ConcernReopened':
      return {
        ...before,
        status: 'in_follow_up',
        owner: before.owner ?? event.data.reopenedBy,
        answeredInFull: false,
        tries: 0,
      };
    case 'ConcernClosed':
      return { ...before, status: 'closed' };
    case 'ConcernRedirected':
      return { ...before, status: 'redirected' };
    case 'ConcernWithdrawn':
      return { ...before, status: 'withdrawn' };
    case 'ConcernMerged':
      return { ...before, status: 'merged', mergedInto: event.data.intoConcernId };
    case 'ConcernAbsorbed': {
      const { fromConcernId, grievance } = event.data;
      return { ...before, absorbed: { ...before.absorbed, [fromConcernId]: grievance ? 'owed' : 'settled' } };
    }
    case 'ConcernSpamProposed':
      return { ...before, spamProposedBy: event.data.proposedBy };
    case 'ConcernMarkedSpam':
      return { ...before, status: 'spam', before: before.status };
    case 'ConcernCleared': {
      const { spamProposedBy: _proposed, before: earlier, ...real } = before;
      return {
        ...real,
        quarantined: false,
        status: before.status === 'spam' ? (earlier ?? 'submitted') : before.status,
      };
    }
    case 'ConcernConvertedToSafetyEvent':
      return { ...before, safetyEventId: event.data.safetyEventId, atRisk: false };
    case 'SafetyEventOutcomeNoted':
      return { ...before, outcome: event.data.outcome };
    case 'DelayNoticeSent':
    case 'ConcernIdentityDisclosedByConsent':
      return before;
    default:
      return unreachable(event);
  }
};

/** What a machine sends acknowledges nothing. After triage the state stays as it is. */
const acknowledgedBy = (before: KnownConcern, human: boolean): KnownConcern =>
  human
    ? { ...before, acknowledged: true, status: before.status === 'submitted' ? 'acknowledged' : before.status }
    : before;

const answered = (
  before: KnownConcern,
  answer: Extract<ConcernFact, { type: 'ConcernResponded' }>['data'],
): KnownConcern => ({
  ...before,
  status: before.status === 'withdrawn' ? 'withdrawn' : 'responded',
  answeredInFull: before.answeredInFull || isFullAnswer(answer),
  absorbed: {
    ...before.absorbed,
    ...Object.fromEntries((answer.alsoTo ?? []).map((id) => [id, 'settled' as const])),
  },
});

export const concernDecider: Decider<Concern, ConcernCommand, ConcernFact> = {
  category: 'concern',
  initialState: { status: 'none' },
  decide,
  evolve,
};
