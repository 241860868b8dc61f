import { streamId } from '#kernel/core';
import { automation } from '#kernel/readers';
import { PinPolicyPack } from '../commands/pin-policy-pack/pin-policy-pack.command.js';
import type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';

/** A case goes by the law that was adopted when it began (domain.md 8.3). */
export const whenResponseTeamActivatedThenPinPolicyPack = automation<ResolutionCaseFact>({
  name: 'resolution.when-response-team-activated-then-pin-policy-pack',
  version: 1,
  on: {
    ResponseTeamActivated: ({ stream, recordedAt }, act) => new PinPolicyPack(streamId(stream), recordedAt, act()),
  },
});
