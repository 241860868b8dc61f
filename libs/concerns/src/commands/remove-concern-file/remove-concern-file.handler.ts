import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Attachments } from '#kernel/attachments';
import { actorId } from '#kernel/core';
import type { Receipt } from '#kernel/ledger';
import { RemoveConcernFile } from './remove-concern-file.command.js';

@CommandHandler(RemoveConcernFile)
export class RemoveConcernFileHandler implements ICommandHandler<RemoveConcernFile> {
  constructor(private readonly attachments: Attachments) {}

  execute({ id, attachmentId, reason, envelope }: RemoveConcernFile): Promise<Receipt> {
    return this.attachments.remove('concern', id, { attachmentId, reason, by: actorId(envelope.actor) }, envelope);
  }
}
