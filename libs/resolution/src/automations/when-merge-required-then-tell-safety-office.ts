import { notifying } from '#kernel/effects';
import type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';

/** Two cases wait for a person who says which goes on: risk managers find it in their inbox (domain.md 8.15). */
export const whenMergeRequiredThenTellSafetyOffice = notifying<ResolutionCaseFact>({
  name: 'resolution.merge-notices',
  version: 1,
  on: {
    CaseMergeRequired: ({ stream }) => ({
      code: 'case-merge-required',
      urgency: 'notice',
      to: { role: 'risk-manager' },
      about: stream,
    }),
  },
});
