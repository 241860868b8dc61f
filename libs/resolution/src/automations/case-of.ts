import { derivedUuid } from '#kernel/platform';

/**
 * The one case of a patient on a safety event. Its id follows from both, so that there is no stream for a second one
 * (INV-22; decision 0021).
 */
export const caseOf = (org: string, safetyEventId: string, patient: string): string =>
  derivedUuid('resolution-case', org, safetyEventId, patient);
