import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AttachmentReceipt, Attachments } from '#kernel/attachments';
import { type Actor, actorId, refuse } from '#kernel/core';
import { Log, Streams } from '#kernel/ledger';
import { concernDecider } from '../../concern/concern.decider.js';
import { checkWriter, standing } from '../../concern/concern.rules.js';
import { whoseOf } from '../../concern/whose.js';
import { AttachConcernFile, type Reach } from './attach-concern-file.command.js';

@CommandHandler(AttachConcernFile)
export class AttachConcernFileHandler implements ICommandHandler<AttachConcernFile> {
  constructor(
    private readonly log: Log,
    private readonly streams: Streams,
    private readonly attachments: Attachments,
  ) {}

  /** Somebody else's concern reads like one that does not exist. */
  async execute({ id, file, reach, envelope }: AttachConcernFile): Promise<AttachmentReceipt> {
    const { org, actor } = envelope;
    const brought =
      typeof reach === 'object'
        ? await this.submitter(org, id, reach.codeHash)
        : await this.staff(org, id, { reach, actor });
    return this.attachments.add('concern', id, { ...file, ...brought }, envelope);
  }

  private async submitter(org: string, id: string, codeHash: string) {
    const { state } = await this.streams.asOf(concernDecider, org, id);
    checkWriter({ from: 'submitter', codeHash }, standing(state));
    return { from: 'submitter' } as const;
  }

  private async staff(org: string, id: string, { reach, actor }: { reach: Reach; actor: Actor }) {
    const by = actorId(actor);
    const { enteredBy, owner } = whoseOf((await this.log.stream(org, `concern-${id}`)).events);
    if (reach === 'own' && by !== enteredBy && by !== owner) refuse('concern/not-found', 'There is no such concern.');
    return { from: 'staff', by } as const;
  }
}
