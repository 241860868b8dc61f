import { notifying } from '#kernel/effects';
import type { CaregiverSupportFact } from '../caregiver-support/caregiver-support.events.js';

/** Peer supporters find it in their inbox that somebody is owed an offer; nobody else hears of it. */
export const whenSupportOwedThenTellPeerSupporters = notifying<CaregiverSupportFact>({
  name: 'caregiver-support.offer-notices',
  version: 1,
  on: {
    CaregiverSupportOwed: ({ stream, data: { relation } }) =>
      relation === 'not_of_this_facility'
        ? undefined
        : { code: 'caregiver-support-owed', urgency: 'notice', to: { role: 'peer-supporter' }, about: stream },
  },
});
