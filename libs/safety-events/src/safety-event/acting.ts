import { checkApprover, type Members } from '#kernel/access';
import { actorId, type Clock, happenedAt, type Instant } from '#kernel/core';
import type { Envelope } from '#kernel/ledger';

/** Who did something and when, for the rules; what is entered very late was approved by somebody who works here (INV-02). */
export const actedAt = async (
  members: Members,
  clock: Clock,
  envelope: Envelope,
): Promise<{ readonly at: Instant; readonly by: string }> => {
  await checkApprover(members, envelope);
  return { at: happenedAt(envelope.occurredAt, clock.now()), by: actorId(envelope.actor) };
};
