import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Attachments, listedFor, type NamedFile } from '#kernel/attachments';
import { Streams } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { concernMemory, isOwner } from '../../concern/concern.state.js';

/** The files of a concern; nothing where there is no such concern that the caller may see. */
export class ListConcernFiles extends Query<readonly NamedFile[] | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(ListConcernFiles)
export class ListConcernFilesHandler implements IQueryHandler<ListConcernFiles> {
  constructor(
    private readonly db: Database,
    private readonly streams: Streams,
    private readonly attachments: Attachments,
  ) {}

  /** Reads the log itself: a file that was acknowledged is there. */
  async execute({ id, caller, read }: ListConcernFiles): Promise<readonly NamedFile[] | undefined> {
    const { org, grant, personId } = caller;
    const stream = `concern-${id}`;
    const { state: concern } = await this.streams.asOf(concernMemory, org, id);
    const visible = grant.scope === 'all' ? concern.status !== 'none' : isOwner(personId, concern);
    return this.db.inOrg(org, async (tx) => {
      await auditRead(tx, caller, { ...read, streams: [stream], result: visible ? 'shown' : 'absent' });
      return visible ? listedFor(personId, await this.attachments.list(tx, org, stream)) : undefined;
    });
  }
}
