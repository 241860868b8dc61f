import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkColleagues, Members } from '#kernel/access';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { AssignLiaison } from './assign-liaison.command.js';

@CommandHandler(AssignLiaison)
export class AssignLiaisonHandler implements ICommandHandler<AssignLiaison> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
  ) {}

  async execute({ id, data, envelope }: AssignLiaison): Promise<Receipt> {
    await checkColleagues(this.members, envelope.org, { liaison: data.liaison });
    const command = { type: 'AssignLiaison', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
