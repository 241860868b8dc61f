import { derivedUuid } from '#kernel/platform';

/** The safety event that is reported of a concern: one at most, so its id follows from both. */
export const safetyEventOf = (org: string, concernId: string): string =>
  derivedUuid('concern-safety-event', org, concernId);
