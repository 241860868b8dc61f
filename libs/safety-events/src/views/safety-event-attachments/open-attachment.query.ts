import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Attachments, type TakenFile, takenAs, type Withheld } from '#kernel/attachments';
import { Database } from '#kernel/platform';

/** A file of a safety event, or why it is not handed out. */
export class OpenAttachment extends Query<TakenFile | Withheld> {
  constructor(
    readonly id: string,
    readonly attachmentId: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(OpenAttachment)
export class OpenAttachmentHandler implements IQueryHandler<OpenAttachment> {
  constructor(
    private readonly db: Database,
    private readonly attachments: Attachments,
  ) {}

  execute({ id, attachmentId, caller, read }: OpenAttachment): Promise<TakenFile | Withheld> {
    const stream = `safety-event-${id}`;
    return this.db.inOrg(caller.org, async (tx) => {
      const file = await this.attachments.take(tx, caller.org, stream, attachmentId);
      await auditRead(tx, caller, { ...read, streams: [stream], result: takenAs(file) });
      return file;
    });
  }
}
