import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AttachmentReceipt, Attachments } from '#kernel/attachments';
import { type Actor, actorId } from '#kernel/core';
import { Streams } from '#kernel/ledger';
import { concernDecider } from '../../concern/concern.decider.js';
import { checkWriter, notFound, standing } from '../../concern/concern.rules.js';
import { AttachConcernFile, type Reach } from './attach-concern-file.command.js';

@CommandHandler(AttachConcernFile)
export class AttachConcernFileHandler implements ICommandHandler<AttachConcernFile> {
  constructor(
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
    const { state } = await this.streams.asOf(concernDecider, org, id);
    const theirs = state.status !== 'none' && (state.enteredBy === by || state.owner === by);
    if (reach === 'own' && !theirs) notFound();
    return { from: 'staff', by } as const;
  }
}
