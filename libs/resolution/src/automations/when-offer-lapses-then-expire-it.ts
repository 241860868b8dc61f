import type { DeadlineFact } from '#kernel/clocks';
import { streamId } from '#kernel/core';
import { automation } from '#kernel/readers';
import { ExpireOffer } from '../commands/expire-offer/expire-offer.command.js';

/** The kind of the clock that runs while an offer is valid. */
const OFFER_VALID = 'OF-01';

/** An offer that nobody answered in its time is no longer on the table. The rules know which one that is. */
export const whenOfferLapsesThenExpireIt = automation<DeadlineFact>({
  name: 'resolution.when-offer-lapses-then-expire-it',
  version: 1,
  on: {
    DeadlineMissed: ({ stream, data: { kind } }, act) =>
      kind === OFFER_VALID && stream.startsWith('resolution-case-')
        ? new ExpireOffer(streamId(stream), act())
        : undefined,
  },
});
