import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkApprover, Members } from '#kernel/access';
import { Clock, happenedAt, Places, Refusal, refuse } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { concernDecider } from '../../concern/concern.decider.js';
import { lookupsOf } from '../../concern/concern.lookups.js';
import { checkPlace } from '../../concern/place.js';
import { SubmitConcern } from './submit-concern.command.js';

@CommandHandler(SubmitConcern)
export class SubmitConcernHandler implements ICommandHandler<SubmitConcern> {
  constructor(
    private readonly streams: Streams,
    private readonly places: Places,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: SubmitConcern): Promise<Receipt> {
    const { zone } = await checkPlace(this.places, envelope.org, data.facilityId, data.unitId);
    await checkApprover(this.members, envelope);
    const at = happenedAt(envelope.occurredAt, this.clock.now());
    const command = { type: 'SubmitConcern', data: { ...data, receivedAt: data.receivedAt ?? at, at } } as const;
    const meta = { ...envelope.meta, facility: data.facilityId, zone };
    const lookups = [...lookupsOf(data), ...(envelope.lookups ?? [])];
    return this.streams.decide(concernDecider, id, command, { ...envelope, lookups, meta }).catch(inOurWords);
  }
}

/** The time that the ledger calls `occurredAt` is told to us as `receivedAt`. */
const inOurWords = (error: unknown): never => {
  if (error instanceof Refusal && error.field === 'occurredAt') refuse(error.code, error.message, 'receivedAt');
  throw error;
};
