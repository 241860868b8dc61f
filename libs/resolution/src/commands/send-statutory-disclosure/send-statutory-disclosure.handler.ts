import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { packOf } from '../../resolution-case/pinned-pack.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { SendStatutoryDisclosure } from './send-statutory-disclosure.command.js';

/** What every disclosure in writing says (domain.md 1.2), since no pack of ours lists more. */
const WRITTEN = ['what_happened', 'contact_person'] as const;

@CommandHandler(SendStatutoryDisclosure)
export class SendStatutoryDisclosureHandler implements ICommandHandler<SendStatutoryDisclosure> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: SendStatutoryDisclosure): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const pack = await packOf(this.streams, envelope.org, id);
    const command = {
      type: 'SendStatutoryDisclosure',
      data: {
        ...data,
        ...acted,
        ...(pack && {
          pack: {
            jurisdiction: pack.jurisdiction,
            packVersion: pack.version,
            ...(pack.writtenDisclosure && { required: WRITTEN }),
          },
        }),
      },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
