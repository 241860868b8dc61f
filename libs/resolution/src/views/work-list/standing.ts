import type { CaseState } from '../../resolution-case/resolution-case.codes.js';

/** The states in which nothing more is done in a case here, unless it is reopened. */
export const ENDED_STATES: readonly CaseState[] = ['closed', 'withdrawn', 'transferred', 'merged'];

/** Cases that were asked for or begun, and in which nobody has tried to speak with the patient yet. */
export const NEW_STATES: readonly CaseState[] = ['requested', 'activated'];
