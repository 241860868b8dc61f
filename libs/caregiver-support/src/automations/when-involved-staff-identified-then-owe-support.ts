import { streamId } from '#kernel/core';
import { automation } from '#kernel/readers';
import type { SafetyEventFact } from '#safety-events/contracts';
import { OweCaregiverSupport } from '../commands/owe-support/owe-support.command.js';

/** Whoever was involved is owed support (domain.md 8.15 no. 1); an offer of it within a day. */
export const whenInvolvedStaffIdentifiedThenOweSupport = automation<SafetyEventFact>({
  name: 'caregiver-support.when-involved-staff-identified-then-owe-support',
  version: 1,
  on: {
    InvolvedStaffIdentified: ({ stream, meta: { facility, zone }, data }, act) => {
      const { staff, relation = 'employed', identifiedAt } = data;
      const place = { ...(facility && { facility }), ...(zone && { zone }) };
      return new OweCaregiverSupport(
        { safetyEventId: streamId(stream), staff, relation, identifiedAt },
        act({ meta: place }),
      );
    },
  },
});
