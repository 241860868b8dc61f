import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkColleagues, Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../safety-event/acting.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { IdentifyInvolvedStaff } from './identify-involved-staff.command.js';

@CommandHandler(IdentifyInvolvedStaff)
export class IdentifyInvolvedStaffHandler implements ICommandHandler<IdentifyInvolvedStaff> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: IdentifyInvolvedStaff): Promise<Receipt> {
    await checkColleagues(this.members, envelope.org, { staff: data.staff });
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'IdentifyInvolvedStaff', data: { ...data, ...acted } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
