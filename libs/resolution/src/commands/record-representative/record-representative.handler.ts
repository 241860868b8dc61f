import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import type { PartReceipt } from '#kernel/http';
import { Streams } from '#kernel/ledger';
import { derivedUuid } from '#kernel/platform';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { RecordRepresentative } from './record-representative.command.js';

@CommandHandler(RecordRepresentative)
export class RecordRepresentativeHandler implements ICommandHandler<RecordRepresentative> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  /** A new person's id follows from the command: it is answered, and a retry is answered the same. */
  async execute({ id, data, envelope }: RecordRepresentative): Promise<PartReceipt> {
    const newPerson = derivedUuid('resolution-case-person', envelope.org, envelope.commandId);
    const acted = { ...actingBy(envelope), at: this.clock.now() };
    const command = { type: 'RecordRepresentative', data: { ...data, newPerson, ...acted } } as const;
    const receipt = await this.streams.decide(resolutionCaseDecider, id, command, envelope);
    return { ...receipt, part: data.person ?? newPerson };
  }
}
