import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, Places } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { checkPlace } from '../../concern/place.js';
import { DiscloseIdentity } from './disclose-identity.command.js';

@CommandHandler(DiscloseIdentity)
export class DiscloseIdentityHandler implements ICommandHandler<DiscloseIdentity> {
  constructor(
    private readonly streams: Streams,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: DiscloseIdentity): Promise<Receipt> {
    const { state } = await this.streams.asOf(concernDecider, envelope.org, id);
    if (data.unitId && state.status !== 'none')
      await checkPlace(this.places, envelope.org, state.facilityId, data.unitId);
    const command = {
      type: 'DiscloseIdentity',
      data: { ...data, at: this.clock.now(), ...actingBy(envelope) },
    } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
