import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkColleagues, Members } from '#kernel/access';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { ChangeResponseTeam } from './change-response-team.command.js';

@CommandHandler(ChangeResponseTeam)
export class ChangeResponseTeamHandler implements ICommandHandler<ChangeResponseTeam> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
  ) {}

  async execute({ id, data, envelope }: ChangeResponseTeam): Promise<Receipt> {
    await checkColleagues(this.members, envelope.org, { members: data.members });
    const command = { type: 'ChangeResponseTeam', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
