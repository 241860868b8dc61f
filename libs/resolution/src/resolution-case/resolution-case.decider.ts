import { type Decider, unreachable } from '#kernel/core';
import {
  type ActivateResponseTeam,
  type AssignLiaison,
  activate,
  assignLiaison,
  type HandOverCase,
  handOver,
  type RequestActivation,
  request,
  type WithdrawActivation,
  withdraw,
} from './activation.rules.js';
import {
  type EstablishBillability,
  establishBillability,
  type PlaceBillingHold,
  placeHold,
  type ReleaseBillingHold,
  releaseHold,
} from './billing.rules.js';
import {
  type AssessCriterion,
  assess,
  type CloseCase,
  close,
  type DetermineCare,
  determineCare,
  type ExplainReasonableCare,
  explain,
  type OpenDetermination,
  openDetermination,
  type ReachResolution,
  reachResolution,
} from './determination.rules.js';
import {
  type AttemptDisclosure,
  attempt,
  type HoldInitialDisclosure,
  holdInitialDisclosure,
  type RecordDisclosureException,
  recordException,
} from './disclosure.rules.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import type { ActiveCase, ResolutionCase } from './resolution-case.rules.js';

export type ResolutionCaseCommand =
  | RequestActivation
  | WithdrawActivation
  | ActivateResponseTeam
  | AssignLiaison
  | HandOverCase
  | AttemptDisclosure
  | HoldInitialDisclosure
  | RecordDisclosureException
  | EstablishBillability
  | PlaceBillingHold
  | ReleaseBillingHold
  | OpenDetermination
  | AssessCriterion
  | DetermineCare
  | ExplainReasonableCare
  | ReachResolution
  | CloseCase;

/** The transitions and guards of domain.md 8.8, as far as a case ends with an explanation. */
const decide = (command: ResolutionCaseCommand, resolutionCase: ResolutionCase): readonly ResolutionCaseFact[] => {
  switch (command.type) {
    case 'RequestActivation':
      return request(command.data, resolutionCase);
    case 'WithdrawActivation':
      return withdraw(command.data, resolutionCase);
    case 'ActivateResponseTeam':
      return activate(command.data, resolutionCase);
    case 'AssignLiaison':
      return assignLiaison(command.data, resolutionCase);
    case 'HandOverCase':
      return handOver(command.data, resolutionCase);
    case 'AttemptDisclosure':
      return attempt(command.data, resolutionCase);
    case 'HoldInitialDisclosure':
      return holdInitialDisclosure(command.data, resolutionCase);
    case 'RecordDisclosureException':
      return recordException(command.data, resolutionCase);
    case 'EstablishBillability':
      return establishBillability(command.data, resolutionCase);
    case 'PlaceBillingHold':
      return placeHold(command.data, resolutionCase);
    case 'ReleaseBillingHold':
      return releaseHold(command.data, resolutionCase);
    case 'OpenDetermination':
      return openDetermination(command.data, resolutionCase);
    case 'AssessCriterion':
      return assess(command.data, resolutionCase);
    case 'DetermineCare':
      return determineCare(command.data, resolutionCase);
    case 'ExplainReasonableCare':
      return explain(command.data, resolutionCase);
    case 'ReachResolution':
      return reachResolution(command.data, resolutionCase);
    case 'CloseCase':
      return close(command.data, resolutionCase);
    default:
      return unreachable(command);
  }
};

const evolve = (resolutionCase: ResolutionCase, event: ResolutionCaseFact): ResolutionCase => {
  switch (event.type) {
    case 'ActivationRequested': {
      const { safetyEventId, patient } = event.data;
      return { status: 'requested', safetyEventId, patient };
    }
    case 'ActivationWithdrawn':
      return { status: 'withdrawn' };
    case 'ResponseTeamActivated': {
      const { safetyEventId, members, owner, billable } = event.data;
      return {
        status: 'activated',
        safetyEventId,
        members,
        owner,
        billable,
        contactGiven: false,
        hold: 'none',
        attempts: [],
        disclosed: false,
        criteria: {},
      };
    }
    default:
      return 'owner' in resolutionCase ? followed(resolutionCase, event) : resolutionCase;
  }
};

type Following = Exclude<
  ResolutionCaseFact,
  { type: 'ActivationRequested' | 'ActivationWithdrawn' | 'ResponseTeamActivated' }
>;

const followed = (before: ActiveCase, event: Following): ActiveCase => {
  switch (event.type) {
    case 'DisclosureAttempted': {
      const { mode, attemptedAt: at } = event.data;
      const status = before.status === 'activated' ? 'disclosing' : before.status;
      return { ...before, status, attempts: [...before.attempts, { mode, at }] };
    }
    case 'InitialDisclosureHeld':
      return { ...before, status: disclosing(before) ? 'reviewing' : before.status, disclosed: true };
    case 'DisclosureExceptionRecorded':
      return { ...before, status: 'reviewing' };
    case 'LiaisonAssigned':
      return { ...before, liaison: event.data.liaison, contactGiven: event.data.contactGiven };
    case 'BillabilityEstablished':
      return { ...before, billable: event.data.billable };
    case 'BillingHoldPlaced':
      return { ...before, hold: 'on' };
    case 'BillingHoldReleased':
      return { ...before, hold: 'released' };
    case 'DeterminationOpened':
      return { ...before, status: 'determining' };
    case 'CriterionAssessed':
      return { ...before, criteria: { ...before.criteria, [event.data.criterion]: event.data.result } };
    case 'CareDeterminationMade':
      return { ...before, determination: event.data.determination };
    case 'ReasonableCareExplained':
      return { ...before, status: 'explained' };
    case 'ResolutionReached':
      return { ...before, status: 'resolved' };
    case 'ResolutionCaseClosed':
      return { ...before, status: 'closed' };
    case 'CaseHandedOver':
      return { ...before, owner: event.data.to };
    default:
      return unreachable(event);
  }
};

const disclosing = ({ status }: ActiveCase): boolean => status === 'activated' || status === 'disclosing';

export const resolutionCaseDecider: Decider<ResolutionCase, ResolutionCaseCommand, ResolutionCaseFact> = {
  category: 'resolution-case',
  initialState: { status: 'none' },
  decide,
  evolve,
};
