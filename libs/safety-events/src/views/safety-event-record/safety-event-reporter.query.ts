import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Database } from '#kernel/platform';
import { SafetyEventRecordRow } from './safety-event-record.row.js';

/** Who reported a safety event; `reporter` is absent where nobody is known. */
export interface Reporter {
  readonly reporter?: string;
}

/** Who reported: asked apart from the record, because it is needed seldom and every look is written down. */
export class ReadReporter extends Query<Reporter | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(ReadReporter)
export class ReadReporterHandler implements IQueryHandler<ReadReporter> {
  constructor(private readonly db: Database) {}

  execute({ id, caller, read }: ReadReporter): Promise<Reporter | undefined> {
    return this.db.inOrg(caller.org, async (tx) => {
      const row = await tx.manager.findOneBy(SafetyEventRecordRow, { org: caller.org, id });
      await auditRead(tx, caller, { ...read, streams: [`safety-event-${id}`], result: row ? 'shown' : 'absent' });
      return row ? { ...(row.reporter && { reporter: row.reporter }) } : undefined;
    });
  }
}
