import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { disclosureAsked } from '../../resolution-case/asked-by-law.js';
import { packOf } from '../../resolution-case/pinned-pack.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { SendStatutoryDisclosure } from './send-statutory-disclosure.command.js';

@CommandHandler(SendStatutoryDisclosure)
export class SendStatutoryDisclosureHandler implements ICommandHandler<SendStatutoryDisclosure> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: SendStatutoryDisclosure): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const pack = await packOf(this.streams, envelope.org, id);
    const command = {
      type: 'SendStatutoryDisclosure',
      data: { ...data, ...acted, ...(pack && { pack: disclosureAsked(pack) }) },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
