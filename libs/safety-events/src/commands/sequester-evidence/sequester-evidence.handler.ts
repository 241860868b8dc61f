import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../safety-event/acting.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { SequesterEvidence } from './sequester-evidence.command.js';

@CommandHandler(SequesterEvidence)
export class SequesterEvidenceHandler implements ICommandHandler<SequesterEvidence> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: SequesterEvidence): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'SequesterEvidence', data: { ...data, ...acted } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
