import { type DomainCommand, refuse, secret } from '#kernel/core';
import type { ResolutionKind } from './resolution-case.codes.js';
import { active, type By, type Facts, type ResolutionCase, type Rules } from './resolution-case.rules.js';

export type ReachResolution = DomainCommand<'ReachResolution', { kind: ResolutionKind } & By>;
export type CloseCase = DomainCommand<'CloseCase', { summary?: string } & By>;

/** INV-27: resolved as explained where reasonable care was explained. */
export const reachResolution = ({ kind, by }: ReachResolution['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, status } = active(resolutionCase);
  if (status === 'resolved') return refuse('resolution-case/already-resolved', 'The case was already resolved.');
  if (status !== 'explained')
    return refuse('resolution-case/not-explained', 'Explain to the patient what was found first.', 'kind');
  return [{ type: 'ResolutionReached', data: { safetyEventId, kind, reachedBy: by } }];
};

/** INV-28, as far as it is told here: nothing owed to the patient is left open. */
export const close = ({ summary, by }: CloseCase['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, status, care } = active(resolutionCase);
  if (status !== 'resolved') return refuse('resolution-case/not-resolved', 'Resolve the case before closing it.');
  if (care.hold === 'on') return refuse('resolution-case/hold-is-on', 'A bill is still held: release the hold first.');
  return [
    {
      type: 'ResolutionCaseClosed',
      data: { safetyEventId, closedBy: by, ...(summary && { summary: secret(summary) }) },
    },
  ];
};

export type EndingCommand = ReachResolution | CloseCase;

export const endingRules: Rules<EndingCommand> = { ReachResolution: reachResolution, CloseCase: close };
