import { type Decider, unreachable } from '#kernel/core';
import type { ConcernFact } from './concern.events.js';
import { type Concern, concernMemory } from './concern.state.js';
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

export const concernDecider: Decider<Concern, ConcernCommand, ConcernFact> = {
  ...concernMemory,
  decide,
};
