import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { MoreThan } from 'typeorm';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Database, type Tx } from '#kernel/platform';
import { Opener } from '#kernel/privacy';
import { withheldStreams } from '#kernel/readers';
import type { CommonFormatsRecord } from '../../cfer/record.js';
import { type LeftOut, toRecords } from '../../cfer/to-records.js';
import { safetyEventFormats } from './safety-event-formats.projection.js';
import { SafetyEventFormatsRow } from './safety-event-formats.row.js';

/** A page of an organization's records, what was left out of it and why, and from where the next one goes on. */
export interface CommonFormatsPage {
  readonly records: readonly CommonFormatsRecord[];
  readonly leftOut: readonly LeftOut[];
  /** Safety events of which something could not be read yet; the first page tells all of them. */
  readonly withheld: number;
  /** Absent on the last page. */
  readonly next?: string;
}

/** The safety events of an organization as records of the format, by id: the same order everywhere. */
export class ExportCommonFormats extends Query<CommonFormatsPage> {
  constructor(
    readonly options: { readonly after?: string; readonly narratives: boolean; readonly limit: number },
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(ExportCommonFormats)
export class ExportCommonFormatsHandler implements IQueryHandler<ExportCommonFormats> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  execute({ options, caller, read }: ExportCommonFormats): Promise<CommonFormatsPage> {
    const { after, narratives, limit } = options;
    const { org } = caller;
    return this.db.inOrg(org, async (tx) => {
      const rows = await tx.manager.find(SafetyEventFormatsRow, {
        where: { org, ...(after && { id: MoreThan(after) }) },
        order: { id: 'ASC' },
        take: limit,
      });
      await auditRead(tx, caller, { ...read, streams: rows.map(({ id }) => `safety-event-${id}`) });
      const withheld = after ? 0 : (await withheldStreams(tx, safetyEventFormats, org)).size;
      const words = narratives ? await this.wordsOf(tx, org, rows) : new Map<string, string>();
      const written = rows.map(({ id, facts }) => toRecords(id, facts, words.get(id)));
      const last = rows.length === limit ? rows.at(-1)?.id : undefined;
      return {
        records: written.flatMap((one) => ('records' in one ? one.records : [])),
        leftOut: written.flatMap((one) => ('leftOut' in one ? [one.leftOut] : [])),
        withheld,
        ...(last && { next: last }),
      };
    });
  }

  /** What was forgotten is left out, as if it had never been written. */
  private async wordsOf(
    tx: Tx,
    org: string,
    rows: readonly SafetyEventFormatsRow[],
  ): Promise<ReadonlyMap<string, string>> {
    const sealed = rows.flatMap(({ id, facts }) => (facts.narrative ? [{ id, ref: facts.narrative }] : []));
    const opened = await this.opener.openAll(
      tx,
      org,
      sealed.map(({ id, ref }) => ({ stream: `safety-event-${id}`, ref })),
    );
    return new Map(opened.flatMap((one, at) => ('clear' in one ? [[sealed[at]?.id ?? '', one.clear] as const] : [])));
  }
}
