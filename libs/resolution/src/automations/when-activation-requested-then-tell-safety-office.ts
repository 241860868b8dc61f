import { notifying } from '#kernel/effects';
import type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';

/** A response team is owed within half an hour: risk managers find it in their inbox (domain.md 1.3). */
export const whenActivationRequestedThenTellSafetyOffice = notifying<ResolutionCaseFact>({
  name: 'resolution.activation-notices',
  version: 1,
  on: {
    ActivationRequested: ({ stream }) => ({
      code: 'response-team-asked-for',
      urgency: 'notice',
      to: { role: 'risk-manager' },
      about: stream,
    }),
  },
});
