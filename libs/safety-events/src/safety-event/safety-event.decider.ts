import type { Decider } from '#kernel/core';
import { type AssignTaxonomy, assignTaxonomy } from '../taxonomies/assignment.rules.js';
import { type CorrectSafetyEvent, correct } from './correction.rules.js';
import {
  type DetermineCrpEligibility,
  determineEligibility,
  type IdentifyCandorEvent,
  identify,
  type LinkCase,
  linkCase,
  type NoteCaseDisclosure,
  type NoteCaseEnd,
  type NotifyLeadership,
  noteCaseEnd,
  noteDisclosure,
  notifyLeadership,
} from './crp.rules.js';
import {
  type AbsorbDuplicate,
  absorb,
  type DismissDuplicate,
  dismiss,
  type LinkSafetyEvents,
  link,
  type MergeSafetyEvents,
  merge,
  type ReleaseDuplicate,
  release,
  type TakeMergeBack,
  takeMergeBack,
  type UnmergeSafetyEvent,
  unmerge,
} from './duplicate.rules.js';
import {
  type RecordPsoSubmission,
  type RedirectSafetyEvent,
  type ReturnSafetyEvent,
  recordPsoSubmission,
  redirect,
  returned,
  type SubmitExternalReport,
  submitExternalReport,
  type TransferSafetyEvent,
  transfer,
} from './elsewhere.rules.js';
import {
  type CloseSafetyEvent,
  close,
  type ReopenSafetyEvent,
  reopen,
  type VoidSafetyEvent,
  voided,
} from './ending.rules.js';
import {
  type ExchangeReporterMessage,
  exchangeMessage,
  type GiveReporterFeedback,
  giveFeedback,
  type WriteAddendum,
  writeAddendum,
} from './follow-up.rules.js';
import { type AssessHarm, assessHarm } from './harm.rules.js';
import { evolve } from './history.rules.js';
import { type LinkPatient, linkPatient, type RecordPatientDeath, recordDeath } from './patient.rules.js';
import { type ReportSafetyEvent, report } from './report.rules.js';
import {
  type AssignSafetyEvent,
  assign,
  type FlagSafetyEvent,
  type IdentifyInvolvedStaff,
  identifyStaff,
  type RequireReview,
  requireReview,
  type SequesterEvidence,
  sequester,
  setFlag,
} from './response.rules.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { isTerminal, type LivingSafetyEvent, living, type SafetyEvent } from './safety-event.rules.js';
import { type ConfirmSafetyEvent, confirm, type TriageSafetyEvent, triage } from './triage.rules.js';

/** What somebody asks of a safety event that goes on. */
type OfLiving =
  | TriageSafetyEvent
  | ConfirmSafetyEvent
  | CloseSafetyEvent
  | ReopenSafetyEvent
  | VoidSafetyEvent
  | RedirectSafetyEvent
  | ReturnSafetyEvent
  | TransferSafetyEvent
  | SubmitExternalReport
  | RecordPsoSubmission
  | IdentifyCandorEvent
  | DetermineCrpEligibility
  | NotifyLeadership
  | AssessHarm
  | RequireReview
  | SequesterEvidence
  | IdentifyInvolvedStaff
  | LinkPatient
  | RecordPatientDeath
  | AssignSafetyEvent
  | FlagSafetyEvent
  | GiveReporterFeedback
  | CorrectSafetyEvent
  | MergeSafetyEvents
  | DismissDuplicate
  | LinkSafetyEvents
  | AssignTaxonomy;

/** What an automation writes down on it. */
type Note = LinkCase | NoteCaseDisclosure | NoteCaseEnd | ReleaseDuplicate;

export type SafetyEventCommand =
  | ReportSafetyEvent
  | OfLiving
  | Note
  | AbsorbDuplicate
  | WriteAddendum
  | ExchangeReporterMessage
  | UnmergeSafetyEvent
  | TakeMergeBack;

type Rules<C extends SafetyEventCommand> = {
  readonly [T in C['type']]: (
    data: Extract<C, { type: T }>['data'],
    safetyEvent: LivingSafetyEvent,
  ) => readonly SafetyEventFact[];
};

const OF_LIVING: Rules<OfLiving> = {
  TriageSafetyEvent: triage,
  ConfirmSafetyEvent: confirm,
  CloseSafetyEvent: close,
  ReopenSafetyEvent: reopen,
  VoidSafetyEvent: voided,
  RedirectSafetyEvent: redirect,
  ReturnSafetyEvent: returned,
  TransferSafetyEvent: transfer,
  SubmitExternalReport: submitExternalReport,
  RecordPsoSubmission: recordPsoSubmission,
  IdentifyCandorEvent: identify,
  DetermineCrpEligibility: determineEligibility,
  NotifyLeadership: notifyLeadership,
  AssessHarm: assessHarm,
  RequireReview: requireReview,
  SequesterEvidence: sequester,
  IdentifyInvolvedStaff: identifyStaff,
  LinkPatient: linkPatient,
  RecordPatientDeath: recordDeath,
  AssignSafetyEvent: assign,
  FlagSafetyEvent: setFlag,
  GiveReporterFeedback: giveFeedback,
  CorrectSafetyEvent: correct,
  MergeSafetyEvents: merge,
  DismissDuplicate: dismiss,
  LinkSafetyEvents: link,
  AssignTaxonomy: assignTaxonomy,
};

const NOTES: Rules<Note> = {
  LinkCase: linkCase,
  NoteCaseDisclosure: noteDisclosure,
  NoteCaseEnd: noteCaseEnd,
  ReleaseDuplicate: release,
};

/** The transitions and guards of domain.md 8.4: what each command's rule says of the safety event as it stands. */
const decide = (command: SafetyEventCommand, safetyEvent: SafetyEvent): readonly SafetyEventFact[] => {
  switch (command.type) {
    case 'ReportSafetyEvent':
      return report(command.data, safetyEvent);
    case 'WriteAddendum':
      return writeAddendum(command.data, safetyEvent);
    case 'ExchangeReporterMessage':
      return exchangeMessage(command.data, safetyEvent);
    case 'UnmergeSafetyEvent':
      return unmerge(command.data, safetyEvent);
    case 'TakeMergeBack':
      return takeMergeBack(safetyEvent);
    case 'AbsorbDuplicate':
      return command.data.from ? absorb(command.data, living(safetyEvent)) : []; // it was taken back meanwhile
    case 'LinkCase':
    case 'NoteCaseDisclosure':
    case 'NoteCaseEnd':
    case 'ReleaseDuplicate':
      // INV-03: what is noted comes too late for one that has ended, and is no mistake of anybody's.
      return isTerminal(safetyEvent) ? [] : ruled(NOTES, command, living(safetyEvent));
    default:
      return ruled(OF_LIVING, command, living(safetyEvent));
  }
};

const ruled = <C extends SafetyEventCommand>(rules: Rules<C>, { type, data }: C, safetyEvent: LivingSafetyEvent) => {
  // the table pairs each type with the rule for its data, which a union of commands does not tell
  const rule = rules[type as C['type']] as (data: object, safetyEvent: LivingSafetyEvent) => readonly SafetyEventFact[];
  return rule(data, safetyEvent);
};

export const safetyEventDecider: Decider<SafetyEvent, SafetyEventCommand, SafetyEventFact> = {
  category: 'safety-event',
  initialState: { status: 'none' },
  decide,
  evolve,
};
