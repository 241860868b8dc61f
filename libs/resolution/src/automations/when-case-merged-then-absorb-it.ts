import { streamId } from '#kernel/core';
import { automation } from '#kernel/readers';
import { AbsorbCase } from '../commands/absorb-case/absorb-case.command.js';
import type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';

/** A merge is written on both: on the case that goes on by this, with what the patient is still owed by the other. */
export const whenCaseMergedThenAbsorbIt = automation<ResolutionCaseFact>({
  name: 'resolution.when-case-merged-then-absorb-it',
  version: 1,
  on: {
    ResolutionCaseMerged: ({ stream, data: { into, mergedAt } }, act) =>
      new AbsorbCase(into, { absorbed: streamId(stream), at: mergedAt }, act()),
  },
});
