import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId, Places, refuse } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { CorrectSafetyEvent } from './correct-safety-event.command.js';

@CommandHandler(CorrectSafetyEvent)
export class CorrectSafetyEventHandler implements ICommandHandler<CorrectSafetyEvent> {
  constructor(
    private readonly streams: Streams,
    private readonly places: Places,
  ) {}

  async execute({ id, data, envelope }: CorrectSafetyEvent): Promise<Receipt> {
    const { unitId } = data.new;
    if (unitId) await this.checkUnit(envelope.org, id, unitId);
    const command = { type: 'CorrectSafetyEvent', data: { ...data, by: actorId(envelope.actor) } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }

  /** It stays at its facility: another unit is one of that facility. */
  private async checkUnit(org: string, id: string, unitId: string): Promise<void> {
    const { state } = await this.streams.asOf(safetyEventDecider, org, id);
    if (!('facilityId' in state)) return; // there is none, or it takes nothing more: the rules say so
    const place = await this.places.facility(org, state.facilityId, unitId);
    if (!place?.units.includes(unitId))
      refuse('safety-event/unknown-unit', 'This facility has no such unit.', 'unitId');
  }
}
