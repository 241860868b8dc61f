import type { Decider, Instant } from '#kernel/core';
import type { SafetyEventFact } from '#safety-events/contracts';

/** When a safety event came to pass, as it was reported and corrected since: read only, nothing is decided on it here. */
export const eventTime: Decider<Instant | undefined, never, SafetyEventFact> = {
  category: 'safety-event',
  initialState: undefined,
  decide: () => [],
  evolve: (at, { type, data }) => {
    switch (type) {
      case 'SafetyEventReported':
        return data.eventAt.value;
      case 'SafetyEventCorrected':
        return data.new.eventAt?.value ?? at;
      default:
        return at;
    }
  },
};
