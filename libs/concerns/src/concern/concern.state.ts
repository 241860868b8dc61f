import { type Fold, type Instant, unreachable } from '#kernel/core';
import type { ConcernKind, ConcernState } from './concern.codes.js';
import type { ConcernFact } from './concern.events.js';
import { isFullAnswer } from './full-answer.rules.js';

/** What the rules remember of a concern. */
export interface KnownConcern {
  readonly status: ConcernState;
  readonly receivedAt: Instant;
  readonly facilityId: string;
  readonly unitId?: string;
  /** Nobody knows who submitted it; only the submitter can change that. */
  readonly anonymous: boolean;
  readonly mayContact: boolean;
  readonly mayShareIdentity: boolean;
  /** They said what they would like to come of it, and that is not silence. */
  readonly wantsReply: boolean;
  readonly reachable: boolean;
  /** Keyed hashes of the codes that only the submitter has. */
  readonly codes: readonly string[];
  /** Somebody is still in danger, and nobody has said what was done about it. */
  readonly atRisk: boolean;
  readonly acknowledged: boolean;
  readonly kinds: readonly ConcernKind[];
  readonly grievance: boolean;
  /** Who entered it for somebody. */
  readonly enteredBy?: string;
  readonly owner?: string;
  /** It was answered in writing with all that a grievance is owed, since it was opened last. */
  readonly answeredInFull: boolean;
  /** How often we wrote or called since the submitter said something last. */
  readonly tries: number;
  /** Concerns that were merged into this one, and whether a written answer to their submitters is still owed. */
  readonly absorbed: Readonly<Record<string, 'owed' | 'settled'>>;
  readonly safetyEventId?: string;
  /** What came of the safety event, as far as it was noted. */
  readonly outcome?: string;
  readonly quarantined: boolean;
  readonly spamProposedBy?: string;
  /** Where it stood before it was taken for spam. */
  readonly before?: ConcernState;
  readonly mergedInto?: string;
}

export type Concern = { readonly status: 'none' } | KnownConcern;

/** Whether somebody has a concern. */
export const isOwner = (person: string, concern: Concern): boolean =>
  concern.status !== 'none' && concern.owner === person;

/** What is remembered after a fact (domain.md 8.5). */
const concernAfter = (concern: Concern, event: ConcernFact): Concern => {
  if (event.type === 'ConcernSubmitted') return submitted(event.data);
  return concern.status === 'none' ? concern : followed(concern, event);
};

/** How a concern is remembered, for its rules and for who only looks. */
export const concernMemory: Fold<Concern, ConcernFact> = {
  category: 'concern',
  initialState: { status: 'none' },
  evolve: concernAfter,
};

const submitted = (data: Extract<ConcernFact, { type: 'ConcernSubmitted' }>['data']): KnownConcern => {
  const {
    receivedAt,
    facilityId,
    unitId,
    enteredBy,
    anonymous,
    mayContact,
    mayShareIdentity,
    reachable,
    wishes = [],
  } = data;
  return {
    status: 'submitted',
    receivedAt,
    facilityId,
    ...(unitId && { unitId }),
    ...(enteredBy && { enteredBy }),
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
