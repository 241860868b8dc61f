import type { Rules } from './resolution-case.rules.js';

/** Counsel and the insurer (domain.md 8.8). */
export type InsurerCommand = never;

export const insurerRules: Rules<InsurerCommand> = {};
