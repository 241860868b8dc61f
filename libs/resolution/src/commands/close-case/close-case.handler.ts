import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { disclosureOwed } from '../../resolution-case/pinned-pack.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { CloseCase } from './close-case.command.js';

@CommandHandler(CloseCase)
export class CloseCaseHandler implements ICommandHandler<CloseCase> {
  constructor(private readonly streams: Streams) {}

  async execute({ id, data, envelope }: CloseCase): Promise<Receipt> {
    const asked = await disclosureOwed(this.streams, envelope.org, id);
    const command = { type: 'CloseCase', data: { ...data, ...actingBy(envelope), ...asked } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
