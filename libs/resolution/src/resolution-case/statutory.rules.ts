import type { Rules } from './resolution-case.rules.js';

/** What the law of the place asks for (domain.md 8.8). */
export type StatutoryCommand = never;

export const statutoryRules: Rules<StatutoryCommand> = {};
