import type { Rules } from './resolution-case.rules.js';

/** How a case stands aside, goes elsewhere and begins again (domain.md 8.8). */
export type CourseCommand = never;

export const courseRules: Rules<CourseCommand> = {};
