import { secret } from '#kernel/core';
import type { ResolutionCaseCommand } from './resolution-case.decider.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';

/** Ana Ruiz fell and broke her hip: the case that follows, from the request of a team to its closing. */
export const rosa = '0192a000-0000-7000-8000-000000000021';
export const leo = '0192a000-0000-7000-8000-000000000022';
export const stranger = '0192a000-0000-7000-8000-000000000023';
const fall = '0192a000-0000-7000-8000-000000000101';
const ana = '0192a000-0000-7000-8000-000000000042';
const tenPastNine = '2026-03-02T09:10:00.000Z';
const halfPastNine = '2026-03-02T09:30:00.000Z';
const tenToTen = '2026-03-02T09:50:00.000Z';

const byRosa = { by: rosa, role: 'risk-manager' } as const;
export const byLeo = { by: leo, role: 'liaison' } as const;
const on = { safetyEventId: fall } as const;

type Command<T extends ResolutionCaseCommand['type']> = Extract<ResolutionCaseCommand, { type: T }>;
type Fact<T extends ResolutionCaseFact['type']> = Extract<ResolutionCaseFact, { type: T }>;

export const request: Command<'RequestActivation'> = {
  type: 'RequestActivation',
  data: { ...on, patient: ana, trigger: 'crp_eligible', identifiedAt: tenPastNine },
};
export const requested: Fact<'ActivationRequested'> = { type: 'ActivationRequested', data: request.data };

export const withdraw: Command<'WithdrawActivation'> = {
  type: 'WithdrawActivation',
  data: { reason: 'safety_event_voided' },
};
export const withdrawn: Fact<'ActivationWithdrawn'> = {
  type: 'ActivationWithdrawn',
  data: { ...on, reason: 'safety_event_voided' },
};

const team = { members: [rosa, leo], communicationLead: leo, owner: rosa, billable: 'yes' } as const;
export const activate: Command<'ActivateResponseTeam'> = {
  type: 'ActivateResponseTeam',
  data: { ...team, patientName: 'Ana Ruiz', patientRef: 'MRN-0042', at: halfPastNine, ...byRosa },
};
export const activated: Fact<'ResponseTeamActivated'> = {
  type: 'ResponseTeamActivated',
  data: {
    ...on,
    patient: ana,
    ...team,
    activatedAt: halfPastNine,
    activatedBy: rosa,
    patientName: secret('Ana Ruiz'),
    patientRef: secret('MRN-0042'),
  },
};

export const attempt: Command<'AttemptDisclosure'> = {
  type: 'AttemptDisclosure',
  data: { mode: 'phone', outcome: 'no_answer', at: halfPastNine, ...byLeo },
};
export const attempted: Fact<'DisclosureAttempted'> = {
  type: 'DisclosureAttempted',
  data: { ...on, mode: 'phone', outcome: 'no_answer', attemptedAt: halfPastNine, attemptedBy: leo },
};

const talk = {
  mode: 'in_person',
  attendees: ['patient', 'disclosure_lead'],
  interpreterUsed: false,
  apology: 'empathy',
  documentedInChart: true,
} as const;
const told = 'You fell on a wet floor and broke your hip. We are finding out how it came to be wet.';
export const disclose: Command<'HoldInitialDisclosure'> = {
  type: 'HoldInitialDisclosure',
  data: { ...talk, cleared: [], factsTold: told, trained: true, at: tenToTen, ...byLeo },
};
export const disclosed: Fact<'InitialDisclosureHeld'> = {
  type: 'InitialDisclosureHeld',
  data: {
    ...on,
    ...talk,
    persons: [],
    factIds: [],
    training: 'trained',
    factsTold: secret(told),
    heldAt: tenToTen,
    heldBy: leo,
  },
};

export const decline: Command<'RecordDisclosureException'> = {
  type: 'RecordDisclosureException',
  data: { kind: 'declined', at: tenToTen, ...byLeo },
};
export const declined: Fact<'DisclosureExceptionRecorded'> = {
  type: 'DisclosureExceptionRecorded',
  data: { ...on, kind: 'declined', recordedBy: leo },
};

export const nameLiaison: Command<'AssignLiaison'> = {
  type: 'AssignLiaison',
  data: { liaison: leo, contactGiven: true, ...byRosa },
};
export const liaisonNamed: Fact<'LiaisonAssigned'> = {
  type: 'LiaisonAssigned',
  data: { ...on, liaison: leo, contactGiven: true, assignedBy: rosa },
};

export const placeHold: Command<'PlaceBillingHold'> = {
  type: 'PlaceBillingHold',
  data: { payerNotice: 'told', accounts: ['A-1'], at: tenToTen, ...byRosa },
};
export const holdPlaced: Fact<'BillingHoldPlaced'> = {
  type: 'BillingHoldPlaced',
  data: { ...on, payerNotice: 'told', accounts: secret(['A-1']), placedAt: tenToTen, placedBy: rosa },
};
export const releaseHold: Command<'ReleaseBillingHold'> = {
  type: 'ReleaseBillingHold',
  data: { at: tenToTen, ...byRosa },
};
export const holdReleased: Fact<'BillingHoldReleased'> = {
  type: 'BillingHoldReleased',
  data: { ...on, releasedBy: rosa, releasedAt: tenToTen },
};

export const openDetermination: Command<'OpenDetermination'> = {
  type: 'OpenDetermination',
  data: { basis: 'facts_sufficient', ...byRosa },
};
export const determinationOpened: Fact<'DeterminationOpened'> = {
  type: 'DeterminationOpened',
  data: { ...on, basis: 'facts_sufficient', openedBy: rosa },
};

export const assess = (
  criterion: 'severity' | 'causation' | 'standard',
  result: 'met' | 'not_met' | 'undetermined',
): Command<'AssessCriterion'> => ({ type: 'AssessCriterion', data: { criterion, result, ...byRosa } });
export const assessed = (
  criterion: 'severity' | 'causation' | 'standard',
  result: 'met' | 'not_met' | 'undetermined',
): Fact<'CriterionAssessed'> => ({ type: 'CriterionAssessed', data: { ...on, criterion, result, assessedBy: rosa } });
export const allAssessed = [assessed('severity', 'met'), assessed('causation', 'met'), assessed('standard', 'not_met')];

export const determine: Command<'DetermineCare'> = {
  type: 'DetermineCare',
  data: { determination: 'reasonable', deciders: [rosa], ...byRosa },
};
export const determined: Fact<'CareDeterminationMade'> = {
  type: 'CareDeterminationMade',
  data: { ...on, determination: 'reasonable', by: [rosa] },
};

export const explain: Command<'ExplainReasonableCare'> = {
  type: 'ExplainReasonableCare',
  data: { mode: 'in_person', attendees: ['patient'], explanation: 'Why it happened.', at: tenToTen, ...byLeo },
};
export const explained: Fact<'ReasonableCareExplained'> = {
  type: 'ReasonableCareExplained',
  data: {
    ...on,
    mode: 'in_person',
    attendees: ['patient'],
    explanation: secret('Why it happened.'),
    explainedAt: tenToTen,
    explainedBy: leo,
  },
};

export const resolve: Command<'ReachResolution'> = { type: 'ReachResolution', data: { kind: 'explained', ...byRosa } };
export const resolved: Fact<'ResolutionReached'> = {
  type: 'ResolutionReached',
  data: { ...on, kind: 'explained', reachedBy: rosa },
};
export const closeCase: Command<'CloseCase'> = { type: 'CloseCase', data: byRosa };
export const closed: Fact<'ResolutionCaseClosed'> = { type: 'ResolutionCaseClosed', data: { ...on, closedBy: rosa } };

export const handOver: Command<'HandOverCase'> = { type: 'HandOverCase', data: { to: leo, ...byRosa } };
export const handedOver: Fact<'CaseHandedOver'> = {
  type: 'CaseHandedOver',
  data: { ...on, from: rosa, to: leo, handedOverBy: rosa },
};
