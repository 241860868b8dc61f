import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { In } from 'typeorm';
import { auditRead, type Caller, type Read, readersOf } from '#kernel/access';
import { Database, type Tx } from '#kernel/platform';
import { present } from '#kernel/readers';
import { SafetyEventListRow } from '../../lines/safety-event-list.row.js';
import type { MyReportBody } from './my-reports.body.js';

/** A page of what somebody reported, and whether another one follows. */
export interface MyReports {
  readonly items: readonly MyReportBody[];
  readonly more: boolean;
}

/** What the caller reported, newest first. */
export class ListMyReports extends Query<MyReports> {
  constructor(
    readonly page: { readonly limit: number; readonly from?: { readonly reportedAt: string; readonly id: string } },
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

/** Opening the record: what lists show of it are codes. */
const OPENING = 'safety-event.read';

@QueryHandler(ListMyReports)
export class ListMyReportsHandler implements IQueryHandler<ListMyReports> {
  constructor(private readonly db: Database) {}

  execute({ page, caller, read }: ListMyReports): Promise<MyReports> {
    const { org, personId } = caller;
    return this.db.inOrg(org, async (tx) => {
      const lines = tx.manager
        .createQueryBuilder(SafetyEventListRow, 'line')
        .where('line.org = :org and line.reporter = :personId', { org, personId });
      if (page.from) lines.andWhere('(line.reportedAt, line.id) < (:reportedAt, :id)', page.from);
      const found = await lines
        .orderBy('line.reportedAt', 'DESC')
        .addOrderBy('line.id', 'DESC')
        .take(page.limit + 1) // one line more than the page holds tells whether another page follows
        .getMany();
      const rows = found.slice(0, page.limit).map(present);
      const items = await reportsOf(tx, org, personId, rows);
      await auditRead(tx, caller, { ...read, streams: rows.map(streamOf) });
      return { items, more: found.length > rows.length };
    });
  }
}

const streamOf = ({ id }: Pick<SafetyEventListRow, 'id'>): string => `safety-event-${id}`;

const goesOn = ({ status, owner, feedback }: SafetyEventListRow) => ({ status, feedback, ...(owner && { owner }) });

const reportsOf = async (
  tx: Tx,
  org: string,
  me: string,
  rows: readonly SafetyEventListRow[],
): Promise<readonly MyReportBody[]> => {
  const merged = rows.flatMap(({ mergedInto }) => mergedInto ?? []);
  const goingOn = merged.length > 0 ? await tx.manager.findBy(SafetyEventListRow, { org, id: In(merged) }) : [];
  const opened = (await readersOf(tx, rows.map(streamOf))).filter(
    ({ person, action }) => person !== me && action === OPENING,
  );
  return rows.map((row) => {
    const there = goingOn.map(present).find(({ id }) => id === row.mergedInto);
    const seenBy = new Set(opened.filter(({ stream }) => stream === streamOf(row)).map(({ person }) => person)).size;
    return {
      id: row.id,
      status: row.status,
      eventClass: row.eventClass,
      ...(row.category && { category: row.category }),
      facilityId: row.facilityId,
      eventAt: row.eventAt,
      reportedAt: row.reportedAt,
      ...(row.owner && { owner: row.owner }),
      ...(there && { goesOn: goesOn(there) }),
      unanswered: row.unanswered,
      addenda: row.addenda,
      feedback: row.feedback,
      ...(row.firstFeedbackAt && { firstFeedbackAt: row.firstFeedbackAt }),
      seenBy,
      revision: row.revision,
    };
  });
};
