import { derivedUuid } from '#kernel/platform';

/** The patient of a safety event, by the id that only it and its cases know them by. */
export const patientOf = (org: string, safetyEventId: string): string =>
  derivedUuid('safety-event-patient', org, safetyEventId);
