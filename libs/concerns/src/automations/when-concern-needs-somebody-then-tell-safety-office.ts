import { notifying } from '#kernel/effects';
import type { ConcernFact } from '../concern/concern.events.js';

const office = { role: 'risk-manager' } as const;

/** What waits for the safety office is in the inbox of risk managers: a grievance, a promised reply. */
export const whenConcernNeedsSomebodyThenTellSafetyOffice = notifying<ConcernFact>({
  name: 'concerns.office-notices',
  version: 1,
  on: {
    ConcernClassified: ({ data: { grievance }, stream }) =>
      grievance ? { code: 'concern-is-grievance', urgency: 'notice', to: office, about: stream } : undefined,
    SafetyEventOutcomeNoted: ({ data: { outcome }, stream }) => ({
      code: 'concern-outcome-known',
      urgency: 'notice',
      to: office,
      about: stream,
      params: { outcome },
    }),
  },
});
