import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read, type RecordReader, readersOf } from '#kernel/access';
import { Database } from '#kernel/platform';
import { SafetyEventListRow } from '../../lines/safety-event-list.row.js';

/** By whom a safety event was seen, latest first; nothing where there is none that the caller may ask about. */
export class ReadReaders extends Query<readonly RecordReader[] | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(ReadReaders)
export class ReadReadersHandler implements IQueryHandler<ReadReaders> {
  constructor(private readonly db: Database) {}

  execute({ id, caller, read }: ReadReaders): Promise<readonly RecordReader[] | undefined> {
    const { org, grant, personId } = caller;
    const stream = `safety-event-${id}`;
    return this.db.inOrg(org, async (tx) => {
      const row = await tx.manager.findOneBy(SafetyEventListRow, { org, id });
      const visible = row && (grant.scope === 'all' || row.reporter === personId);
      const readers = visible ? await readersOf(tx, [stream]) : [];
      await auditRead(tx, caller, { ...read, streams: [stream], result: visible ? 'shown' : 'absent' });
      if (!visible) return undefined;
      return readers.filter((one) => tellsNobody(one) && one.person !== row.reporter && one.action !== grant.action);
    });
  }
}

/** Who reads as a reporter reads what they reported: to show it would tell who that is (INV-12). */
const tellsNobody = ({ role }: RecordReader): boolean => role !== 'reporter';
