import { checkApprover, type Members } from '#kernel/access';
import { actorId, type Clock, happenedAt, type Instant } from '#kernel/core';
import type { Envelope } from '#kernel/ledger';
import type { By } from './resolution-case.rules.js';

/** Who acts, for the rules. */
export const actingBy = ({ actor }: Envelope): By => ({ by: actorId(actor), role: actor.role });

/** Who did something and when, for the rules; what is entered very late was approved by somebody who works here (INV-02). */
export const actedAt = async (members: Members, clock: Clock, envelope: Envelope): Promise<By & { at: Instant }> => {
  await checkApprover(members, envelope);
  return { ...actingBy(envelope), at: happenedAt(envelope.occurredAt, clock.now()) };
};
