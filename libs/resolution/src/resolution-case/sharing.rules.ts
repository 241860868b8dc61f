import type { Rules } from './resolution-case.rules.js';

/** What was asked, promised and found, and what the patient hears of it (domain.md 8.8). */
export type SharingCommand = never;

export const sharingRules: Rules<SharingCommand> = {};
