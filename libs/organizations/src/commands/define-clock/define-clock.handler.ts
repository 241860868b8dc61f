import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { defaultDefinitions } from '#kernel/clocks';
import { actorId, refuse } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { clockPolicyDecider } from '../../clock-policy/clock-policy.decider.js';
import { DefineClock } from './define-clock.command.js';

@CommandHandler(DefineClock)
export class DefineClockHandler implements ICommandHandler<DefineClock> {
  constructor(private readonly streams: Streams) {}

  async execute({ data, envelope }: DefineClock): Promise<Receipt> {
    const shipped = defaultDefinitions.find(({ kind }) => kind === data.kind);
    if (!shipped) return refuse('clock-policy/unknown-kind', 'There is no such kind of clock.', 'kind');
    const facts = { standsStill: shipped.nature === 'internal', by: actorId(envelope.actor) };
    const command = { type: 'DefineClock', data: { ...data, ...facts } } as const;
    return this.streams.decide(clockPolicyDecider, envelope.org, command, envelope);
  }
}
