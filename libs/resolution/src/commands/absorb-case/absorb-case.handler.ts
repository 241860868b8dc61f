import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { remainingCase } from '../../resolution-case/remaining-case.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { notFound } from '../../resolution-case/resolution-case.rules.js';
import { isActive } from '../../resolution-case/resolution-case.state.js';
import { AbsorbCase } from './absorb-case.command.js';

@CommandHandler(AbsorbCase)
export class AbsorbCaseHandler implements ICommandHandler<AbsorbCase> {
  constructor(private readonly streams: Streams) {}

  /** Written where the one that should go on goes on itself, if it was merged meanwhile. */
  async execute({ id, data, envelope }: AbsorbCase): Promise<Receipt> {
    const { org } = envelope;
    const { state: from } = await this.streams.asOf(resolutionCaseDecider, org, data.absorbed);
    if (!isActive(from)) return notFound();
    const remaining = await remainingCase(this.streams, org, id, [data.absorbed]);
    const command = { type: 'AbsorbCase', data: { ...data, from } } as const;
    return this.streams.decide(resolutionCaseDecider, remaining, command, envelope);
  }
}
