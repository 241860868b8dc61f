import { notifying } from '#kernel/effects';
import type { ConcernFact } from '../concern/concern.events.js';

/** History that is brought in is no emergency: it is entered with this reason. */
const IMPORTED = 'imported-history';

/**
 * Somebody says that a person is at risk now: the safety lead on call hears of it at once (domain.md 7.6), also where it
 * came in a flood, since one of many may be true.
 */
export const whenConcernIsUrgentThenPageSafetyLead = notifying<ConcernFact>({
  name: 'concerns.urgent-pages',
  version: 1,
  on: {
    ConcernSubmitted: ({ data: { stillAtRisk }, meta, stream }) =>
      stillAtRisk && meta.reasonCode !== IMPORTED
        ? { code: 'concern-urgent', urgency: 'page', to: { duty: 'safety-lead' }, about: stream }
        : undefined,
  },
});
