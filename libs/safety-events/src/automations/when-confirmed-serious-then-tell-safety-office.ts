import { notifying } from '#kernel/effects';
import type { SafetyEventFact } from '../safety-event/safety-event.events.js';

/** A safety event was confirmed as serious: risk managers find it in their inbox. */
export const whenConfirmedSeriousThenTellSafetyOffice = notifying<SafetyEventFact>({
  name: 'safety-events.serious-notices',
  version: 1,
  on: {
    SafetyEventConfirmed: ({ data: { serious }, stream }) =>
      serious
        ? { code: 'safety-event-serious', urgency: 'notice', to: { role: 'risk-manager' }, about: stream }
        : undefined,
  },
});
