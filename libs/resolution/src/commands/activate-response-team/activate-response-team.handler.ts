import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkColleagues, Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { lookupsOf } from '../../resolution-case/resolution-case.lookups.js';
import { ActivateResponseTeam } from './activate-response-team.command.js';

@CommandHandler(ActivateResponseTeam)
export class ActivateResponseTeamHandler implements ICommandHandler<ActivateResponseTeam> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: ActivateResponseTeam): Promise<Receipt> {
    await checkColleagues(this.members, envelope.org, { members: data.members, owner: data.owner });
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'ActivateResponseTeam', data: { ...data, ...acted } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, { ...envelope, lookups: lookupsOf(data) });
  }
}
