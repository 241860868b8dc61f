import { clockedStreams } from '#kernel/clocks';
import type { CaregiverSupportFact } from './caregiver-support.events.js';

/**
 * The offer that is owed within a day (domain.md 8.2, DL-05), by the relation when it happened (8.16): to all but those
 * who do not belong to the facility. Peer supporters alone hear of it.
 */
export const caregiverSupportClocks = clockedStreams<CaregiverSupportFact>({
  category: 'caregiver-support',
  heardBy: 'peer-supporter',
  ends: { CaregiverSupportEnded: ({ data }) => data.reason === 'entered_in_error' },
  rules: [
    {
      kind: 'DL-05',
      starts: {
        CaregiverSupportOwed: ({ data }) => (data.relation === 'not_of_this_facility' ? undefined : data.identifiedAt),
      },
      stops: { CaregiverSupportOffered: ({ data }) => data.offeredAt },
    },
  ],
});
