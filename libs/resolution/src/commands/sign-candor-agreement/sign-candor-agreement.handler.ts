import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { packOf } from '../../resolution-case/pinned-pack.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { SignCandorAgreement } from './sign-candor-agreement.command.js';

@CommandHandler(SignCandorAgreement)
export class SignCandorAgreementHandler implements ICommandHandler<SignCandorAgreement> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: SignCandorAgreement): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const pack = await packOf(this.streams, envelope.org, id);
    const command = {
      type: 'SignCandorAgreement',
      data: { ...data, ...acted, asked: pack?.candorStatute?.value.writtenAgreement ?? false },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
