import type { DomainCommand, Instant } from '#kernel/core';
import { active, type Facts, type ResolutionCase, type Rules } from './resolution-case.rules.js';

/** The law that a case goes by: an automation names it when the team is activated. */
export type PinPolicyPack = DomainCommand<
  'PinPolicyPack',
  { jurisdiction: string; packVersion: string; knownAt: Instant }
>;

/** What the law of the place asks for (domain.md 8.8). */
export type StatutoryCommand = PinPolicyPack;

/** Once only: a pack that comes later is for new cases (domain.md 8.3; 8.15, process 10). */
export const pinPolicyPack = (data: PinPolicyPack['data'], resolutionCase: ResolutionCase): Facts => {
  const { safetyEventId, care } = active(resolutionCase);
  return care.pack ? [] : [{ type: 'PolicyPackPinned', data: { safetyEventId, ...data } }];
};

export const statutoryRules: Rules<StatutoryCommand> = { PinPolicyPack: pinPolicyPack };
