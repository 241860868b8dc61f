import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { In } from 'typeorm';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { Database } from '#kernel/platform';
import { Lookups } from '#kernel/privacy';
import { alikeIn } from '../../lines/likeness.js';
import { lineOf } from '../../lines/line-of.js';
import { SafetyEventListRow } from '../../lines/safety-event-list.row.js';
import type { DuplicateBody } from './duplicates.body.js';

/** How many are proposed at most. */
const MOST = 20;

/** Safety events that may tell of the same as this one, most alike first; nothing where there is no such safety event. */
export class ProposeDuplicates extends Query<readonly DuplicateBody[] | undefined> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(ProposeDuplicates)
export class ProposeDuplicatesHandler implements IQueryHandler<ProposeDuplicates> {
  constructor(
    private readonly db: Database,
    private readonly lookups: Lookups,
  ) {}

  execute({ id, caller, read }: ProposeDuplicates): Promise<readonly DuplicateBody[] | undefined> {
    const { org, grant } = caller;
    return this.db.inOrg(org, async (tx) => {
      const there = await tx.manager.existsBy(SafetyEventListRow, { org, id });
      const patients = grant.labels.includes('PHI');
      const alike = ((await alikeIn(tx, this.lookups, { org, ids: [id], patients })).get(id) ?? []).slice(0, MOST);
      const rows = await tx.manager.findBy(SafetyEventListRow, { org, id: In(alike.map((one) => one.id)) });
      const streams = [id, ...rows.map((row) => row.id)].map((one) => `safety-event-${one}`);
      await auditRead(tx, caller, { ...read, streams, result: there ? 'shown' : 'absent' });
      if (!there) return undefined;
      return alike.flatMap(({ id: other, ...likeness }) => {
        const row = rows.find((one) => one.id === other);
        return row ? [{ safetyEvent: lineOf(row, grant.labels), ...likeness }] : [];
      });
    });
  }
}
