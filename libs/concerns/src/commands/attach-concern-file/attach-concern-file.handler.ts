import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AttachmentReceipt, Attachments } from '#kernel/attachments';
import { actorId, refuse } from '#kernel/core';
import { Log } from '#kernel/ledger';
import { whoseOf } from '../../concern/whose.js';
import { AttachConcernFile } from './attach-concern-file.command.js';

@CommandHandler(AttachConcernFile)
export class AttachConcernFileHandler implements ICommandHandler<AttachConcernFile> {
  constructor(
    private readonly log: Log,
    private readonly attachments: Attachments,
  ) {}

  /** Somebody else's concern reads like one that does not exist. */
  async execute({ id, file, reach, envelope }: AttachConcernFile): Promise<AttachmentReceipt> {
    const by = actorId(envelope.actor);
    const { events } = await this.log.stream(envelope.org, `concern-${id}`);
    const { enteredBy, owner } = whoseOf(events);
    if (reach === 'own' && by !== enteredBy && by !== owner) refuse('concern/not-found', 'There is no such concern.');
    return this.attachments.add('concern', id, { ...file, from: 'staff', by }, envelope);
  }
}
