import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AttachmentReceipt, Attachments } from '#kernel/attachments';
import { actorId, refuse } from '#kernel/core';
import { Log } from '#kernel/ledger';
import { reporterOf } from '../../safety-event/reporter-of.js';
import { AttachFile } from './attach-file.command.js';

@CommandHandler(AttachFile)
export class AttachFileHandler implements ICommandHandler<AttachFile> {
  constructor(
    private readonly log: Log,
    private readonly attachments: Attachments,
  ) {}

  /** Somebody else's safety event reads like one that does not exist. */
  async execute({ id, file, reach, envelope }: AttachFile): Promise<AttachmentReceipt> {
    const by = actorId(envelope.actor);
    const { events, repeated } = await this.log.stream(envelope.org, `safety-event-${id}`, envelope.commandId);
    const theirs = reporterOf(events) === by;
    if (reach === 'own' && !theirs) refuse('safety-event/not-found', 'There is no such safety event.');
    if (!repeated && events.some(({ type }) => type === 'SafetyEventVoided'))
      refuse('safety-event/voided', 'This safety event was voided.');
    const from = theirs ? 'reporter' : 'staff';
    return this.attachments.add('safety-event', id, { ...file, from, by }, envelope);
  }
}
