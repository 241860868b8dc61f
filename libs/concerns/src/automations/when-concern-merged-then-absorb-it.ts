import { streamId } from '#kernel/core';
import { automation } from '#kernel/readers';
import { AbsorbConcern } from '../commands/absorb-concern/absorb-concern.command.js';
import type { ConcernFact } from '../concern/concern.events.js';

/** The one that remains hears what was merged into it, and whose written answers it owes now (INV-13). */
export const whenConcernMergedThenAbsorbIt = automation<ConcernFact>({
  name: 'concerns.when-concern-merged-then-absorb-it',
  version: 1,
  on: {
    ConcernMerged: ({ stream, data: { intoConcernId, owed = [], mergedBy } }, act) => {
      const merged = streamId(stream);
      return [...new Set([merged, ...owed])].map(
        (from) => new AbsorbConcern(intoConcernId, { from, grievance: owed.includes(from), by: mergedBy }, act()),
      );
    },
  },
});
