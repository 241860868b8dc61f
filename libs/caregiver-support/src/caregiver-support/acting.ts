import { checkApprover, type Members } from '#kernel/access';
import { actorId, type Clock, happenedAt, type Instant } from '#kernel/core';
import type { Envelope } from '#kernel/ledger';
import type { Giving } from './giving.rules.js';

/** Somebody who gives support or looks at it, beside those who do here now. */
export const givingOf = async (members: Members, org: string, by: string): Promise<Giving> => ({
  by,
  present: await members.holdersOf(org, 'peer-supporter'),
});

/** When something was done and who enters it; what is entered very late was approved by a colleague (INV-02). */
export const actedAt = async (
  members: Members,
  clock: Clock,
  envelope: Envelope,
): Promise<{ at: Instant } & Giving> => {
  await checkApprover(members, envelope);
  const giving = await givingOf(members, envelope.org, actorId(envelope.actor));
  return { at: happenedAt(envelope.occurredAt, clock.now()), ...giving };
};
