import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Attachments } from '#kernel/attachments';
import { actorId } from '#kernel/core';
import type { Receipt } from '#kernel/ledger';
import { RemoveAttachment } from './remove-attachment.command.js';

@CommandHandler(RemoveAttachment)
export class RemoveAttachmentHandler implements ICommandHandler<RemoveAttachment> {
  constructor(private readonly attachments: Attachments) {}

  execute({ id, attachmentId, reason, envelope }: RemoveAttachment): Promise<Receipt> {
    const removal = { attachmentId, reason, by: actorId(envelope.actor) };
    return this.attachments.remove('safety-event', id, removal, envelope);
  }
}
