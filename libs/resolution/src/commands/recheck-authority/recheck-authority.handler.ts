import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { RecheckAuthority } from './recheck-authority.command.js';

@CommandHandler(RecheckAuthority)
export class RecheckAuthorityHandler implements ICommandHandler<RecheckAuthority> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ id, data, envelope }: RecheckAuthority): Promise<Receipt> {
    const command = {
      type: 'RecheckAuthority',
      data: { ...data, ...actingBy(envelope), at: this.clock.now() },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
