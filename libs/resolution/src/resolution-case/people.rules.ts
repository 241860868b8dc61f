import type { Rules } from './resolution-case.rules.js';

/** Who may hear and who may decide (domain.md 8.8). */
export type PeopleCommand = never;

export const peopleRules: Rules<PeopleCommand> = {};
