import type { Rules } from './resolution-case.rules.js';

/** Offers, their answers and what is paid (domain.md 8.8). */
export type OffersCommand = never;

export const offersRules: Rules<OffersCommand> = {};
