import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, Places } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { lookupsOfEvent } from '../../concern/concern.lookups.js';
import { checkPlace } from '../../concern/place.js';
import { safetyEventOf } from '../../concern/safety-event-of.js';
import { ConvertConcern } from './convert-concern.command.js';

@CommandHandler(ConvertConcern)
export class ConvertConcernHandler implements ICommandHandler<ConvertConcern> {
  constructor(
    private readonly streams: Streams,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: ConvertConcern): Promise<Receipt> {
    const { org } = envelope;
    const { state } = await this.streams.asOf(concernDecider, org, id);
    const facilityId = data.facilityId ?? (state.status === 'none' ? undefined : state.facilityId);
    if (facilityId) await checkPlace(this.places, org, facilityId, data.unitId);
    const safetyEventId = safetyEventOf(org, id);
    const command = {
      type: 'ConvertConcern',
      data: { ...data, safetyEventId, at: this.clock.now(), ...actingBy(envelope) },
    } as const;
    return this.streams.decide(concernDecider, id, command, {
      ...envelope,
      lookups: lookupsOfEvent({ safetyEventId }),
    });
  }
}
