import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { packOf } from '../../resolution-case/pinned-pack.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { SendCandorNotice } from './send-candor-notice.command.js';

@CommandHandler(SendCandorNotice)
export class SendCandorNoticeHandler implements ICommandHandler<SendCandorNotice> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: SendCandorNotice): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const pack = await packOf(this.streams, envelope.org, id);
    const command = {
      type: 'SendCandorNotice',
      data: {
        ...data,
        ...acted,
        ...(pack && {
          pack: {
            jurisdiction: pack.jurisdiction,
            packVersion: pack.version,
            ...(pack.candorStatute && { required: pack.candorStatute.value.requiredNoticeItems }),
          },
        }),
      },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
