import { notifying } from '#kernel/effects';
import type { SafetyEventFact } from '../safety-event/safety-event.events.js';

/** Harm that a person answers for within the hour. */
const SEVERE: readonly (string | undefined)[] = ['severe', 'death'];

/** History that is brought in is no emergency: it is entered with this reason. */
const IMPORTED = 'imported-history';

/** Somebody says that a person was gravely harmed or has died: the safety lead on call hears of it at once. */
export const whenSevereHarmReportedThenPageSafetyLead = notifying<SafetyEventFact>({
  name: 'safety-events.severe-harm-pages',
  version: 1,
  on: {
    SafetyEventReported: ({ data: { harmReported }, meta, stream }) =>
      SEVERE.includes(harmReported) && meta.reasonCode !== IMPORTED
        ? {
            code: 'severe-harm-reported',
            urgency: 'page',
            to: { duty: 'safety-lead' },
            about: stream,
            params: { harm: harmReported as string },
          }
        : undefined,
  },
});
