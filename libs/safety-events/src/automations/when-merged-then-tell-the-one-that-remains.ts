import { streamId } from '#kernel/core';
import { automation } from '#kernel/readers';
import { AbsorbDuplicate } from '../commands/absorb-duplicate/absorb-duplicate.command.js';
import { ReleaseDuplicate } from '../commands/release-duplicate/release-duplicate.command.js';
import type { SafetyEventFact } from '../safety-event/safety-event.events.js';

/** A merge is written on both: on the one that remains by this, with the times that its clocks need (domain.md 8.16). */
export const whenMergedThenTellTheOneThatRemains = automation<SafetyEventFact>({
  name: 'safety-events.when-merged-then-tell-the-one-that-remains',
  version: 1,
  on: {
    SafetyEventMerged: ({ stream, data: { intoEventId } }, act) =>
      new AbsorbDuplicate(intoEventId, { fromEventId: streamId(stream) }, act()),
    SafetyEventUnmerged: ({ stream, data: { fromEventId } }, act) =>
      new ReleaseDuplicate(fromEventId, { fromEventId: streamId(stream) }, act()),
  },
});
