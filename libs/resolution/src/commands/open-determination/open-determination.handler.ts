import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { OpenDetermination } from './open-determination.command.js';

@CommandHandler(OpenDetermination)
export class OpenDeterminationHandler implements ICommandHandler<OpenDetermination> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: OpenDetermination): Promise<Receipt> {
    const command = { type: 'OpenDetermination', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
