import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { linked } from './crp.rules.js';
import { caseWithPatient } from './eligibility.rules.js';
import type { LinkKind, MatchBasis, PatientMatch } from './follow-up.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import {
  groupTimes,
  isCaseDue,
  isTerminal,
  type LivingSafetyEvent,
  living,
  type MergedSafetyEvent,
  type SafetyEvent,
} from './safety-event.rules.js';

export type MergeSafetyEvents = DomainCommand<
  'MergeSafetyEvents',
  {
    /** The one that is merged. */
    itself: string;
    intoEventId: string;
    /** The other one, as it stands. */
    into: SafetyEvent;
    patients: PatientMatch;
    matchBasis: readonly MatchBasis[];
    by: string;
  }
>;
export type UnmergeSafetyEvent = DomainCommand<
  'UnmergeSafetyEvent',
  {
    reason?: string;
    /** The one that it was merged into, as it stands. */
    from: SafetyEvent;
    at: Instant;
    by: string;
  }
>;
/** The one that should remain could not take it in: the merge is undone by itself. */
export type TakeMergeBack = DomainCommand<'TakeMergeBack', Record<never, never>>;
export type AbsorbDuplicate = DomainCommand<
  'AbsorbDuplicate',
  {
    fromEventId: string;
    /** As it was when it was merged; absent where it is not merged into this one any more. */
    from?: LivingSafetyEvent;
  }
>;
export type ReleaseDuplicate = DomainCommand<
  'ReleaseDuplicate',
  {
    fromEventId: string;
    /** Its resolution cases: they are its own again. */
    cases: readonly string[];
  }
>;
export type DismissDuplicate = DomainCommand<
  'DismissDuplicate',
  { itself: string; otherEventId: string; otherIsKnown: boolean; by: string }
>;
export type LinkSafetyEvents = DomainCommand<
  'LinkSafetyEvents',
  { itself: string; otherId: string; otherIsKnown: boolean; kind: LinkKind; by: string }
>;

/** For how long a merge can be undone: 90 days. */
const UNDOABLE = 90 * 86_400_000;

/**
 * The later report goes on in the earlier one: reports have one order, so that merges never run in a circle (INV-11).
 * Not across patients, unless both are unsafe conditions or one tells of several patients.
 */
export const merge = (data: MergeSafetyEvents['data'], before: LivingSafetyEvent): readonly SafetyEventFact[] => {
  const { itself, intoEventId, into, patients, matchBasis, by } = data;
  if (intoEventId === itself)
    return refuse('safety-event/merged-into-itself', 'It cannot be merged into itself.', 'intoEventId');
  if (into.status === 'none') return unknown('intoEventId');
  if (before.status === 'closed' || before.status === 'redirected')
    return refuse('safety-event/not-mergeable', 'What was closed or redirected is not merged: take it back first.');
  if (isTerminal(into))
    return refuse(
      'safety-event/target-ended',
      'The other one was merged, voided or transferred itself: it takes nothing more.',
      'intoEventId',
    );
  const remaining = living(into);
  if (!isLater([before.reportedAt, itself], [remaining.reportedAt, intoEventId]))
    return refuse(
      'safety-event/earlier-remains',
      'The earlier report remains: merge the later one into it.',
      'intoEventId',
    );
  const hazards = before.eventClass === 'unsafe_condition' && remaining.eventClass === 'unsafe_condition';
  if (patients === 'different' && !hazards && !before.several && !remaining.several)
    return refuse('safety-event/other-patient', 'These happened to different patients.', 'intoEventId');
  if (isCaseDue(before))
    return refuse('safety-event/case-due', 'A resolution case is about to be asked for: merge it when it is there.');
  return [{ type: 'SafetyEventMerged', data: { intoEventId, matchBasis, mergedBy: by } }];
};

const isLater = (one: readonly [Instant, string], other: readonly [Instant, string]): boolean =>
  one[0] === other[0] ? one[1] > other[1] : one[0] > other[0];

/** Within 90 days, and while nothing was concluded from it; what it was before, it is again (domain.md 8.4). */
export const unmerge = (
  { reason, from, at, by }: UnmergeSafetyEvent['data'],
  safetyEvent: SafetyEvent,
): readonly SafetyEventFact[] => {
  const merged = asMerged(safetyEvent);
  if (from.status === 'merged')
    return refuse('safety-event/merged-further', 'What it was merged into was merged itself: unmerge that one first.');
  if (from.status === 'transferred')
    return refuse('safety-event/transferred-along', 'It went along to another organization.');
  if (merged.mergedAt && Date.parse(at) > Date.parse(merged.mergedAt) + UNDOABLE)
    return refuse('safety-event/merged-too-long-ago', 'A merge can be undone within 90 days.');
  const cases = 'cases' in from ? from.cases : {};
  for (const { standing, endedAt } of Object.values(cases))
    if ((standing === 'closed' || standing === 'merged') && !(merged.mergedAt && endedAt && endedAt < merged.mergedAt))
      return refuse('safety-event/case-built-on-it', 'A resolution case was closed, or merged, on both together.');
  const ended = Object.entries(cases).flatMap(([caseId, { standing: end }]) =>
    merged.before.cases[caseId]?.standing === 'open' && (end === 'withdrawn' || end === 'transferred')
      ? [{ type: 'CaseEndNoted', data: { caseId, end } } as const]
      : [],
  );
  return [
    {
      type: 'SafetyEventUnmerged',
      data: { fromEventId: merged.into, ...(reason && { reason: secret(reason) }), unmergedBy: by },
    },
    ...ended,
  ];
};

const asMerged = (safetyEvent: SafetyEvent): MergedSafetyEvent => {
  if (safetyEvent.status === 'merged') return safetyEvent;
  living(safetyEvent);
  return refuse('safety-event/not-merged', 'It was not merged into another one.');
};

/** In the name of whoever merged it. */
export const takeMergeBack = (safetyEvent: SafetyEvent): readonly SafetyEventFact[] =>
  safetyEvent.status === 'merged'
    ? [{ type: 'SafetyEventUnmerged', data: { fromEventId: safetyEvent.into, unmergedBy: safetyEvent.mergedBy } }]
    : [];

/** On the one that remains: the times that count for both, and the cases that keep both open (INV-07, 8.15 no. 6). */
export const absorb = (
  { fromEventId, from }: AbsorbDuplicate['data'],
  before: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  const { absorbed, cases, disclosed } = before;
  if (!from || absorbed.some(({ id }) => id === fromEventId)) return [];
  const theirs = Object.keys(from.cases);
  const isNew = (id: string) => from.cases[id]?.standing === 'open' && !cases[id];
  const [told] = from.disclosed && !disclosed ? theirs : [];
  return [
    { type: 'DuplicateAbsorbed', data: { fromEventId, ...groupTimes(from) } },
    ...theirs.filter(isNew).map((id) => linked(caseWithPatient(id, from), before)),
    ...(told ? [{ type: 'CaseDisclosureNoted', data: { caseId: told } } as const] : []),
  ];
};

export const release = (
  { fromEventId, cases: theirs }: ReleaseDuplicate['data'],
  { absorbed, cases }: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  if (!absorbed.some(({ id }) => id === fromEventId)) return [];
  const open = theirs.filter((id) => cases[id]?.standing === 'open');
  return [
    { type: 'DuplicateReleased', data: { fromEventId } },
    ...open.map((caseId) => ({ type: 'CaseEndNoted', data: { caseId, end: 'withdrawn' } }) as const),
  ];
};

/** Somebody looked, and says that it is no duplicate. */
export const dismiss = (
  { itself, otherEventId, otherIsKnown, by }: DismissDuplicate['data'],
  { dismissed, absorbed }: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  if (otherEventId === itself || !otherIsKnown) return unknown('otherId');
  if (absorbed.some(({ id }) => id === otherEventId))
    return refuse('safety-event/already-merged', 'That one was merged into this one: unmerge it instead.', 'otherId');
  if (dismissed.includes(otherEventId)) return [];
  return [{ type: 'DuplicateDismissed', data: { otherEventId, dismissedBy: by } }];
};

export const link = (
  { itself, otherId, otherIsKnown, kind, by }: LinkSafetyEvents['data'],
  { links }: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  if (otherId === itself) return refuse('safety-event/linked-to-itself', 'It cannot be linked to itself.', 'otherId');
  if (!otherIsKnown) return unknown('otherId');
  if (links.includes(`${kind}/${otherId}`)) return [];
  return [{ type: 'SafetyEventLinked', data: { otherId, kind, linkedBy: by } }];
};

/** INV-06: another organization's reads like one that does not exist. */
const unknown = (field: string): never =>
  refuse('safety-event/unknown-safety-event', 'There is no such safety event.', field);
