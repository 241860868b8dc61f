import type { Decider, DomainCommand } from '#kernel/core';
import { type ActivationCommand, activationRules } from './activation.rules.js';
import { type BillingCommand, billingRules } from './billing.rules.js';
import { type ConversationCommand, conversationRules } from './conversation.rules.js';
import { type CourseCommand, courseRules } from './course.rules.js';
import { type DeterminationCommand, determinationRules } from './determination.rules.js';
import { type EndingCommand, endingRules } from './ending.rules.js';
import { type InsurerCommand, insurerRules } from './insurer.rules.js';
import { type OffersCommand, offersRules } from './offers.rules.js';
import { type PeopleCommand, peopleRules } from './people.rules.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import type { ResolutionCase, Rule, Rules } from './resolution-case.rules.js';
import { caseAfter } from './resolution-case.state.js';
import { type SharingCommand, sharingRules } from './sharing.rules.js';
import { type StatutoryCommand, statutoryRules } from './statutory.rules.js';

export type ResolutionCaseCommand =
  | ActivationCommand
  | PeopleCommand
  | ConversationCommand
  | SharingCommand
  | BillingCommand
  | StatutoryCommand
  | DeterminationCommand
  | InsurerCommand
  | OffersCommand
  | CourseCommand
  | EndingCommand;

/** The transitions and guards of domain.md 8.8, theme by theme. */
const RULES: Rules<ResolutionCaseCommand> = {
  ...activationRules,
  ...peopleRules,
  ...conversationRules,
  ...sharingRules,
  ...billingRules,
  ...statutoryRules,
  ...determinationRules,
  ...insurerRules,
  ...offersRules,
  ...courseRules,
  ...endingRules,
};

export const resolutionCaseDecider: Decider<ResolutionCase, ResolutionCaseCommand, ResolutionCaseFact> = {
  category: 'resolution-case',
  initialState: { status: 'none' },
  decide: (command, resolutionCase) =>
    (RULES[command.type] as Rule<DomainCommand>)(command.data as never, resolutionCase),
  evolve: caseAfter,
};
