import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { RequireAuthorityRecheck } from './require-authority-recheck.command.js';

@CommandHandler(RequireAuthorityRecheck)
export class RequireAuthorityRecheckHandler implements ICommandHandler<RequireAuthorityRecheck> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ id, data, envelope }: RequireAuthorityRecheck): Promise<Receipt> {
    const command = { type: 'RequireAuthorityRecheck', data: { ...data, at: this.clock.now() } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
