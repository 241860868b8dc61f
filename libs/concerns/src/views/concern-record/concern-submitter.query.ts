import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import type { EventType } from '#kernel/core';
import { Database } from '#kernel/platform';
import { disclose, Opener } from '#kernel/privacy';
import { concernSubmitted, concernSubmitterIdentified } from '../../concern/submission.events.js';
import { ConcernRecordRow } from './concern-record.row.js';

/** Who submitted a concern, and how to reach them: what they said first, and what they said later. Each may be absent. */
export interface Submitter {
  readonly submitterName?: unknown;
  readonly contact?: unknown;
}

/** Who submitted: asked apart from the record, because it is needed seldom and every look is written down. */
export class ReadSubmitter extends Query<Submitter | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

/** The events that name somebody. A code's hash is nobody's to see. */
const NAMING: Readonly<Record<string, EventType>> = {
  ConcernSubmitted: concernSubmitted,
  ConcernSubmitterIdentified: concernSubmitterIdentified,
};

@QueryHandler(ReadSubmitter)
export class ReadSubmitterHandler implements IQueryHandler<ReadSubmitter> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  execute({ id, caller, read }: ReadSubmitter): Promise<Submitter | undefined> {
    const { org, grant } = caller;
    const stream = `concern-${id}`;
    return this.db.inOrg(org, async (tx) => {
      const row = await tx.manager.findOneBy(ConcernRecordRow, { org, id });
      await auditRead(tx, caller, { ...read, streams: [stream], result: row ? 'shown' : 'absent' });
      if (!row) return undefined;
      const naming = row.facts.flatMap(({ type, eventId, data }) => {
        const shape = NAMING[type];
        return shape ? [{ shape, eventId, labels: grant.labels, data: data as Record<string, unknown> }] : [];
      });
      return Object.assign({}, ...(await disclose(this.opener, tx, { org, stream }, naming))) as Submitter;
    });
  }
}
