import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Attachments, type TakenFile, takenAs, type Withheld } from '#kernel/attachments';
import { Streams } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { concernMemory, isOwner } from '../../concern/concern.state.js';

/** A file of a concern, or why it is not handed out. */
export class OpenConcernFile extends Query<TakenFile | Withheld> {
  constructor(
    readonly id: string,
    readonly attachmentId: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(OpenConcernFile)
export class OpenConcernFileHandler implements IQueryHandler<OpenConcernFile> {
  constructor(
    private readonly db: Database,
    private readonly streams: Streams,
    private readonly attachments: Attachments,
  ) {}

  /** A liaison opens what came with concerns that are theirs; a file of another one is not there. */
  async execute({ id, attachmentId, caller, read }: OpenConcernFile): Promise<TakenFile | Withheld> {
    const { org, grant, personId } = caller;
    const stream = `concern-${id}`;
    const theirs = grant.scope === 'all' || isOwner(personId, (await this.streams.asOf(concernMemory, org, id)).state);
    return this.db.inOrg(org, async (tx) => {
      const file = theirs ? await this.attachments.take(tx, org, stream, attachmentId) : 'absent';
      await auditRead(tx, caller, { ...read, streams: [stream], result: takenAs(file) });
      return file;
    });
  }
}
