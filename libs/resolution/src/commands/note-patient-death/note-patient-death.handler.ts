import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { remainingCase } from '../../resolution-case/remaining-case.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { NotePatientDeath } from './note-patient-death.command.js';

@CommandHandler(NotePatientDeath)
export class NotePatientDeathHandler implements ICommandHandler<NotePatientDeath> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  /** Written where a merged case goes on. */
  async execute({ id, data, envelope }: NotePatientDeath): Promise<Receipt> {
    const command = { type: 'NotePatientDeath', data: { ...data, at: this.clock.now() } } as const;
    const remaining = await remainingCase(this.streams, envelope.org, id);
    return this.streams.decide(resolutionCaseDecider, remaining, command, envelope);
  }
}
