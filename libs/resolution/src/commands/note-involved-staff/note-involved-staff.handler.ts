import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { NoteInvolvedStaff } from './note-involved-staff.command.js';

@CommandHandler(NoteInvolvedStaff)
export class NoteInvolvedStaffHandler implements ICommandHandler<NoteInvolvedStaff> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: NoteInvolvedStaff): Promise<Receipt> {
    const command = { type: 'NoteInvolvedStaff', data } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
