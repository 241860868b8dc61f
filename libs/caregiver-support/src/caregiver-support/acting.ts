import { checkApprover, type Members } from '#kernel/access';
import { actorId, type Clock, happenedAt, type Instant } from '#kernel/core';
import type { Envelope } from '#kernel/ledger';

/** When something was done and who enters it; what is entered very late was approved by a colleague (INV-02). */
export const actedAt = async (
  members: Members,
  clock: Clock,
  envelope: Envelope,
): Promise<{ at: Instant; by: string }> => {
  await checkApprover(members, envelope);
  return { at: happenedAt(envelope.occurredAt, clock.now()), by: actorId(envelope.actor) };
};
