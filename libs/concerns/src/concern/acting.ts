import { checkApprover, type Members } from '#kernel/access';
import { actorId, type Clock, happenedAt, type Instant } from '#kernel/core';
import type { Envelope } from '#kernel/ledger';
import type { By, Writer } from './concern.rules.js';

/** Who acts, for the rules. */
export const actingBy = ({ actor }: Envelope): By => ({ by: actorId(actor), role: actor.role });

/** Who did something and when, for the rules; what is entered very late was approved by somebody who works here (INV-02). */
export const actedAt = async (members: Members, clock: Clock, envelope: Envelope): Promise<By & { at: Instant }> => {
  await checkApprover(members, envelope);
  return { ...actingBy(envelope), at: happenedAt(envelope.occurredAt, clock.now()) };
};

/** Who writes, for the rules: somebody who works here, or else the submitter, whom nothing but their code proves. */
export const writingAs = (envelope: Envelope, codeHash: string | undefined): Writer =>
  envelope.actor.kind === 'staff'
    ? { from: 'staff', ...actingBy(envelope) }
    : { from: 'submitter', ...(codeHash !== undefined && { codeHash }) };
