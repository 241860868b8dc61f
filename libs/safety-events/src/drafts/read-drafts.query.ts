import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Database } from '#kernel/platform';
import { type Draft, Drafts } from './drafts.js';

/** The caller's own drafts: all of them, or the one of this id. */
export class ReadDrafts extends Query<readonly Draft[]> {
  constructor(
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
    readonly id?: string,
  ) {
    super();
  }
}

@QueryHandler(ReadDrafts)
export class ReadDraftsHandler implements IQueryHandler<ReadDrafts> {
  constructor(
    private readonly db: Database,
    private readonly drafts: Drafts,
  ) {}

  execute({ caller, read, id }: ReadDrafts): Promise<readonly Draft[]> {
    const { org, personId } = caller;
    return this.db.inOrg(org, async (tx) => {
      const found = await this.drafts.of(tx, org, personId, id);
      const asked = id === undefined ? found.map((draft) => draft.id) : [id];
      const streams = asked.map((one) => `safety-event-draft-${one}`);
      const result = id !== undefined && found.length === 0 ? 'absent' : 'shown';
      await auditRead(tx, caller, { ...read, streams, result });
      return found;
    });
  }
}
