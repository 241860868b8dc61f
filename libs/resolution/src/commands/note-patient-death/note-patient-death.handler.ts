import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { NotePatientDeath } from './note-patient-death.command.js';

@CommandHandler(NotePatientDeath)
export class NotePatientDeathHandler implements ICommandHandler<NotePatientDeath> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ id, data, envelope }: NotePatientDeath): Promise<Receipt> {
    const command = { type: 'NotePatientDeath', data: { ...data, at: this.clock.now() } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
