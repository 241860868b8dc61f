import { secret } from '#kernel/core';
import {
  byLeo,
  byRosa,
  type Command,
  type Fact,
  friday,
  leo,
  letter,
  maria,
  mixUp,
  monday,
  rosa,
  second,
  staff,
  stMary,
  ward,
} from './concern.examples.js';

/** How Maria's concern may end, and what may become of it beside. */
export const close: Command<'CloseConcern'> = {
  type: 'CloseConcern',
  data: { ending: 'answered', changeMade: 'Labels are printed at the bed now.', ...byRosa },
};
export const closed: Fact<'ConcernClosed'> = {
  type: 'ConcernClosed',
  data: { ending: 'answered', changeMade: secret('Labels are printed at the bed now.'), closedBy: rosa },
};
export const redirect: Command<'RedirectConcern'> = {
  type: 'RedirectConcern',
  data: { to: 'billing', owner: leo, ...byRosa },
};
export const redirected: Fact<'ConcernRedirected'> = {
  type: 'ConcernRedirected',
  data: { to: 'billing', owner: leo, redirectedBy: rosa },
};
export const withdraw: Command<'WithdrawConcern'> = { type: 'WithdrawConcern', data: { writer: maria } };
export const withdrawn: Fact<'ConcernWithdrawn'> = { type: 'ConcernWithdrawn', data: { by: 'submitter' } };
export const withdrawForHer: Command<'WithdrawConcern'> = {
  type: 'WithdrawConcern',
  data: { reason: 'She said so by phone.', writer: staff },
};
export const reopen: Command<'ReopenConcern'> = {
  type: 'ReopenConcern',
  data: { reason: 'She remembered more.', ...byRosa },
};
export const reopened: Fact<'ConcernReopened'> = {
  type: 'ConcernReopened',
  data: { reason: secret('She remembered more.'), reopenedBy: rosa },
};

/** Her brother wrote too, a day later: his goes into hers. */
export const merge: Command<'MergeConcern'> = {
  type: 'MergeConcern',
  data: {
    id: second,
    into: letter,
    target: { status: 'submitted', receivedAt: '2026-03-01T09:00:00.000Z' },
    matchBasis: ['time', 'patient'],
    ...byRosa,
  },
};
export const merged: Fact<'ConcernMerged'> = {
  type: 'ConcernMerged',
  data: { intoConcernId: letter, matchBasis: ['time', 'patient'], mergedBy: rosa },
};
export const absorb: Command<'AbsorbConcern'> = {
  type: 'AbsorbConcern',
  data: { from: second, grievance: false, by: rosa },
};
export const absorbed: Fact<'ConcernAbsorbed'> = { type: 'ConcernAbsorbed', data: { fromConcernId: second } };
export const grievanceAbsorbed: Fact<'ConcernAbsorbed'> = {
  type: 'ConcernAbsorbed',
  data: { fromConcernId: second, grievance: true },
};

export const proposeSpam: Command<'ProposeSpam'> = { type: 'ProposeSpam', data: byRosa };
export const spamProposed: Fact<'ConcernSpamProposed'> = { type: 'ConcernSpamProposed', data: { proposedBy: rosa } };
export const confirmSpam: Command<'ConfirmSpam'> = { type: 'ConfirmSpam', data: { by: leo, role: 'risk-manager' } };
export const spam: Fact<'ConcernMarkedSpam'> = {
  type: 'ConcernMarkedSpam',
  data: { proposedBy: rosa, confirmedBy: leo },
};
export const clear: Command<'ClearConcern'> = { type: 'ClearConcern', data: byRosa };
export const cleared: Fact<'ConcernCleared'> = { type: 'ConcernCleared', data: { clearedBy: rosa } };

const event = {
  safetyEventId: mixUp,
  eventClass: 'incident',
  category: 'medication',
  harmReported: 'mild',
  eventAt: { value: monday, precision: 'day' },
} as const;
export const convert: Command<'ConvertConcern'> = { type: 'ConvertConcern', data: { ...event, at: friday, ...byLeo } };
export const converted: Fact<'ConcernConvertedToSafetyEvent'> = {
  type: 'ConcernConvertedToSafetyEvent',
  data: { ...event, facilityId: stMary, unitId: ward, convertedBy: leo },
};
export const noteOutcome: Command<'NoteSafetyEventOutcome'> = {
  type: 'NoteSafetyEventOutcome',
  data: { safetyEventId: mixUp, outcome: 'closed' },
};
export const outcomeNoted: Fact<'SafetyEventOutcomeNoted'> = {
  type: 'SafetyEventOutcomeNoted',
  data: { safetyEventId: mixUp, outcome: 'closed' },
};
