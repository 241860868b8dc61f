import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { refuse } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { derivedUuid } from '#kernel/platform';
import { onCallDecider } from '../../on-call/on-call.decider.js';
import { AssignOnCall } from './assign-on-call.command.js';

@CommandHandler(AssignOnCall)
export class AssignOnCallHandler implements ICommandHandler<AssignOnCall> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
  ) {}

  async execute({ data, envelope }: AssignOnCall): Promise<Receipt> {
    if (!(await this.members.rolesOf(envelope.org, data.personId)))
      refuse('on-call/unknown-person', 'There is nobody of this id who works here.', 'personId');
    const roster = derivedUuid('on-call', envelope.org, data.duty);
    return this.streams.decide(onCallDecider, roster, { type: 'AssignOnCall', data }, envelope);
  }
}
