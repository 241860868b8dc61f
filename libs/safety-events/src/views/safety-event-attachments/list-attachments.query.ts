import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Attachments, listedFor, type NamedFile } from '#kernel/attachments';
import { Log } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { reporterOf } from '../../safety-event/reporter-of.js';

/** The files of a safety event; nothing where there is no such safety event that the caller may see. */
export class ListAttachments extends Query<readonly NamedFile[] | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(ListAttachments)
export class ListAttachmentsHandler implements IQueryHandler<ListAttachments> {
  constructor(
    private readonly db: Database,
    private readonly log: Log,
    private readonly attachments: Attachments,
  ) {}

  /** Reads the log itself: a file that was acknowledged is there. */
  async execute({ id, caller, read }: ListAttachments): Promise<readonly NamedFile[] | undefined> {
    const { org, grant, personId } = caller;
    const stream = `safety-event-${id}`;
    const { events } = await this.log.stream(org, stream);
    const visible = events.length > 0 && (grant.scope === 'all' || reporterOf(events) === personId);
    return this.db.inOrg(org, async (tx) => {
      await auditRead(tx, caller, { ...read, streams: [stream], result: visible ? 'shown' : 'absent' });
      if (!visible) return undefined;
      return listedFor(personId, await this.attachments.list(tx, org, stream));
    });
  }
}
