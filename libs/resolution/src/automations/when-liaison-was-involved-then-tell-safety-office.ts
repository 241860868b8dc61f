import { notifying } from '#kernel/effects';
import type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';

/** A liaison, or who covers for one, was part of what happened: risk managers name another at once (domain.md 8.8). */
export const whenLiaisonWasInvolvedThenTellSafetyOffice = notifying<ResolutionCaseFact>({
  name: 'resolution.liaison-notices',
  version: 1,
  on: {
    InvolvedStaffNoted: ({ stream, data: { toReplace } }) =>
      toReplace
        ? { code: 'liaison-was-involved', urgency: 'notice', to: { role: 'risk-manager' }, about: stream }
        : undefined,
  },
});
