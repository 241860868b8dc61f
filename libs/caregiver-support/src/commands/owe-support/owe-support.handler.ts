import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { Lookups } from '#kernel/privacy';
import { caregiverSupportDecider } from '../../caregiver-support/caregiver-support.decider.js';
import { staffHashOf, supportOf, unlinked } from '../../caregiver-support/keyed-ids.js';
import { OweCaregiverSupport } from './owe-support.command.js';

@CommandHandler(OweCaregiverSupport)
export class OweCaregiverSupportHandler implements ICommandHandler<OweCaregiverSupport> {
  constructor(
    private readonly streams: Streams,
    private readonly lookups: Lookups,
  ) {}

  execute({ data, envelope }: OweCaregiverSupport): Promise<Receipt> {
    const { org } = envelope;
    const whole = { ...data, staffHash: staffHashOf(this.lookups, org, data) };
    return this.streams.decide(
      caregiverSupportDecider,
      supportOf(this.lookups, org, data),
      { type: 'OweCaregiverSupport', data: whole },
      unlinked(this.lookups, envelope),
    );
  }
}
