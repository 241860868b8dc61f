import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { type ElsewhereCommand, elsewhereRules } from './elsewhere.rules.js';
import type { HoldReason, ReopenReason } from './ending.codes.js';
import { type MergingCommand, mergingRules } from './merging.rules.js';
import {
  type ActiveCase,
  active,
  type By,
  type Facts,
  onTeam,
  type ResolutionCase,
  type Rules,
} from './resolution-case.rules.js';
import { alsoOf, unsettled } from './settled.rules.js';

export type PlaceOnHold = DomainCommand<
  'PlaceOnHold',
  { reason: HoldReason; until?: Instant; note?: string; at: Instant } & By
>;
export type ResumeCase = DomainCommand<'ResumeCase', { at: Instant } & By>;
export type ReopenCase = DomainCommand<'ReopenCase', { reason: ReopenReason; note?: string; at: Instant } & By>;

/** The patient wishes to wait, or something else does not let us go on: the case comes back to where it was. */
export const placeOnHold = (data: PlaceOnHold['data'], resolutionCase: ResolutionCase): Facts => {
  const { reason, until, note, at, by } = data;
  const before = onTeam(data, resolutionCase);
  if (before.status === 'on_hold') return refuse('resolution-case/already-on-hold', 'The case is on hold already.');
  const { safetyEventId } = unsettled(before);
  if (until !== undefined && until <= at)
    return refuse('resolution-case/until-past', 'When we ask again comes after the hold begins.', 'until');
  return [
    {
      type: 'CasePlacedOnHold',
      data: {
        safetyEventId,
        reason,
        ...(until && { until }),
        ...(note && { note: secret(note) }),
        heldAt: at,
        heldBy: by,
      },
    },
  ];
};

export const resume = (data: ResumeCase['data'], resolutionCase: ResolutionCase): Facts => {
  const before = onTeam(data, resolutionCase);
  if (before.status !== 'on_hold') return refuse('resolution-case/not-on-hold', 'The case is not on hold.');
  const { safetyEventId } = before;
  return [{ type: 'CaseResumed', data: { safetyEventId, resumedAt: data.at, resumedBy: data.by } }];
};

/** What was closed, or declined and is asked for by the patient now: it is taken through once more. */
export const reopen = ({ reason, note, at, by }: ReopenCase['data'], resolutionCase: ResolutionCase): Facts => {
  const before = reopenable(resolutionCase);
  if (before.status === 'declined' && reason !== 'patient_asks')
    return refuse(
      'resolution-case/patient-has-not-asked',
      'The patient declined the program: only they can ask for it again.',
      'reason',
    );
  return [
    {
      type: 'ResolutionCaseReopened',
      data: {
        safetyEventId: before.safetyEventId,
        cycle: before.cycle + 1,
        reason,
        ...(note && { note: secret(note) }),
        reopenedAt: at,
        reopenedBy: by,
        ...alsoOf(before),
      },
    },
  ];
};

const reopenable = (resolutionCase: ResolutionCase): ActiveCase => {
  if (resolutionCase.status === 'closed') return resolutionCase;
  const before = active(resolutionCase);
  if (before.status !== 'declined')
    return refuse('resolution-case/not-closed', 'The case goes on: there is nothing to reopen.');
  return before;
};

/** How a case stands aside, goes elsewhere and begins again (domain.md 8.8). */
export type CourseCommand = PlaceOnHold | ResumeCase | ReopenCase | ElsewhereCommand | MergingCommand;

export const courseRules: Rules<CourseCommand> = {
  ...elsewhereRules,
  ...mergingRules,
  PlaceOnHold: placeOnHold,
  ResumeCase: resume,
  ReopenCase: reopen,
};
