import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import type { PartReceipt } from '#kernel/http';
import { Streams } from '#kernel/ledger';
import { derivedUuid } from '#kernel/platform';
import { actedAt } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { MakeOffer } from './make-offer.command.js';

@CommandHandler(MakeOffer)
export class MakeOfferHandler implements ICommandHandler<MakeOffer> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  /** The offer's id follows from the command's, so that a retry is answered with the same one. */
  async execute({ id, data, envelope }: MakeOffer): Promise<PartReceipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const offer = derivedUuid('offer', envelope.org, envelope.commandId);
    const command = { type: 'MakeOffer', data: { ...data, offer, ...acted } } as const;
    const receipt = await this.streams.decide(resolutionCaseDecider, id, command, envelope);
    return { ...receipt, part: offer };
  }
}
