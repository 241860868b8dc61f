import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkColleagues, Members } from '#kernel/access';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { ChangeLiaison } from './change-liaison.command.js';

@CommandHandler(ChangeLiaison)
export class ChangeLiaisonHandler implements ICommandHandler<ChangeLiaison> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
  ) {}

  async execute({ id, data, envelope }: ChangeLiaison): Promise<Receipt> {
    await checkColleagues(this.members, envelope.org, { liaison: data.liaison });
    const command = { type: 'ChangeLiaison', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
