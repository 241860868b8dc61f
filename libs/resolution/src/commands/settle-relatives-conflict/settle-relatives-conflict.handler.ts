import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { SettleRelativesConflict } from './settle-relatives-conflict.command.js';

@CommandHandler(SettleRelativesConflict)
export class SettleRelativesConflictHandler implements ICommandHandler<SettleRelativesConflict> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: SettleRelativesConflict): Promise<Receipt> {
    const command = { type: 'SettleRelativesConflict', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
