import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import type { Instant } from '#kernel/core';
import type { AsOf } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { present } from '#kernel/readers';
import type { Split } from '../../counts/count.codes.js';
import type { CountFact } from '../../counts/count-fact.js';
import type { CountQuestion } from '../../counts/count-line.js';
import { countedBy } from '../../counts/counts.js';
import { subjectsOf } from '../../counts/counts.sql.js';
import { Figures } from '../../figures/figures.js';
import type { SubjectKind } from '../../measure-snapshot/measure.codes.js';

/** The count that is opened, and where the page begins. */
export interface OpenedCount {
  readonly question: CountQuestion;
  readonly by?: Split | undefined;
  readonly of?: string | undefined;
  readonly facility?: string | undefined;
  readonly asOf?: AsOf | undefined;
  /** After which place in the ledger. */
  readonly from?: number | undefined;
  readonly limit: number;
}

/** One that is counted. */
export interface CountedSubject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly facility_id: string;
  readonly at: Date;
  readonly parts: CountFact['of'];
  readonly took?: number;
  readonly positions: readonly number[];
  readonly place: string;
}

export interface CountedSubjects {
  readonly subjects: readonly CountedSubject[];
  readonly more: boolean;
  readonly asOf: Instant;
}

/** What is behind a count; every look is written down. */
export class OpenCount extends Query<CountedSubjects> {
  constructor(
    readonly count: OpenedCount,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(OpenCount)
export class OpenCountHandler implements IQueryHandler<OpenCount> {
  constructor(
    private readonly db: Database,
    private readonly figures: Figures,
  ) {}

  execute({ count, caller, read }: OpenCount): Promise<CountedSubjects> {
    const { question, by, of, facility, asOf, from, limit } = count;
    return this.db.inOrg(caller.org, async (tx) => {
      const { table, now } = await this.figures.standing(tx, caller.org, asOf);
      const narrowed = [by, of, facility, from].map((value) => value ?? null);
      const values = [...countedBy(caller.org, question), ...narrowed, limit + 1];
      const found = (await tx.query<CountedSubject>(subjectsOf(table), values)).map(present);
      const subjects = found.slice(0, limit);
      const streams = [...new Set(subjects.map(({ kind, id }) => `${kind}-${id}`))];
      await auditRead(tx, caller, { ...read, streams });
      return { subjects, more: found.length > subjects.length, asOf: now };
    });
  }
}
