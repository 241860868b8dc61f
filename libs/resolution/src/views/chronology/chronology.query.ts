import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller, Read } from '#kernel/access';
import { Database } from '#kernel/platform';
import { Opener } from '#kernel/privacy';
import { caseAsked, toldOf } from '../../record/case.reading.js';
import { type ChronologyStep, chronologyOf, type Form } from './chronology.js';

/** The story of a case as its reader may see it. */
export interface Chronology {
  readonly revision: number;
  readonly steps: readonly ChronologyStep[];
}

/** The story of one case; nothing or `withheld` where the case itself would be answered so. */
export class ReadChronology extends Query<Chronology | 'withheld' | undefined> {
  constructor(
    readonly id: string,
    readonly form: Form,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(ReadChronology)
export class ReadChronologyHandler implements IQueryHandler<ReadChronology> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  execute(asked: ReadChronology): Promise<Chronology | 'withheld' | undefined> {
    const { caller, form } = asked;
    return this.db.inOrg(caller.org, async (tx) => {
      const found = await caseAsked(tx, asked);
      if (!found || found === 'withheld') return found;
      const { labels } = caller.grant;
      const opened = form === 'full' ? labels : labels.filter((label) => label === 'SHARED');
      const told = await toldOf(this.opener, tx, found.row, opened);
      return { revision: found.row.revision, steps: chronologyOf(told, form) };
    });
  }
}
