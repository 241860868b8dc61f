import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { remainingCase } from '../../resolution-case/remaining-case.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { NoteInvolvedStaff } from './note-involved-staff.command.js';

@CommandHandler(NoteInvolvedStaff)
export class NoteInvolvedStaffHandler implements ICommandHandler<NoteInvolvedStaff> {
  constructor(private readonly streams: Streams) {}

  /** Written where a merged case goes on. */
  async execute({ id, data, envelope }: NoteInvolvedStaff): Promise<Receipt> {
    const command = { type: 'NoteInvolvedStaff', data } as const;
    const remaining = await remainingCase(this.streams, envelope.org, id);
    return this.streams.decide(resolutionCaseDecider, remaining, command, envelope);
  }
}
