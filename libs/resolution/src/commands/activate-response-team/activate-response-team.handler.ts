import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkApprover, checkColleagues, Members } from '#kernel/access';
import { actorId, Clock, happenedAt } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
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
    await checkApprover(this.members, envelope);
    await checkColleagues(this.members, envelope.org, { members: data.members, owner: data.owner });
    const command = {
      type: 'ActivateResponseTeam',
      data: {
        ...data,
        at: happenedAt(envelope.occurredAt, this.clock.now()),
        by: actorId(envelope.actor),
        role: envelope.actor.role,
      },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, { ...envelope, lookups: lookupsOf(data) });
  }
}
