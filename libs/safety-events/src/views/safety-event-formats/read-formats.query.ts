import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Database } from '#kernel/platform';
import { withheldStreams } from '#kernel/readers';
import { safetyEventFormats } from './safety-event-formats.projection.js';
import { SafetyEventFormatsRow } from './safety-event-formats.row.js';

/** One safety event as other formats ask for it; nothing where there is none, `withheld` where it cannot be read yet. */
export class ReadFormats extends Query<SafetyEventFormatsRow | 'withheld' | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(ReadFormats)
export class ReadFormatsHandler implements IQueryHandler<ReadFormats> {
  constructor(private readonly db: Database) {}

  execute({ id, caller, read }: ReadFormats): Promise<SafetyEventFormatsRow | 'withheld' | undefined> {
    const { org } = caller;
    const stream = `safety-event-${id}`;
    return this.db.inOrg(org, async (tx) => {
      const row = await tx.manager.findOneBy(SafetyEventFormatsRow, { org, id });
      await auditRead(tx, caller, { ...read, streams: [stream], result: row ? 'shown' : 'absent' });
      // half a record would be taken for a whole one, by whoever chooses by it or gives it away
      return (await withheldStreams(tx, safetyEventFormats, org)).has(stream) ? 'withheld' : (row ?? undefined);
    });
  }
}
