import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { auditRead, type Caller, type Read } from '#kernel/access';
import { type Instant, refuse } from '#kernel/core';
import type { AsOf } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { present } from '#kernel/readers';
import { DEFINITIONS } from '../../definitions/definitions.js';
import type { Question } from '../../figures/figure.js';
import { Figures, judgedBy } from '../../figures/figures.js';
import { casesOf } from '../../figures/figures.sql.js';
import type { People, Status, SubjectKind } from '../../measure-snapshot/measure.codes.js';

/** The figure that is opened, and where the page begins. */
export interface OpenedFigure {
  readonly question: Question;
  readonly people?: People | undefined;
  readonly facility?: string | undefined;
  readonly harm?: string | undefined;
  readonly type?: string | undefined;
  readonly source?: string | undefined;
  readonly status?: Status | undefined;
  readonly asOf?: AsOf | undefined;
  readonly from?: { readonly anchorAt: Instant; readonly id: string };
  readonly limit: number;
}

/** A case behind a figure, as it is counted. */
export interface CountedCase {
  readonly id: string;
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly case?: string;
  readonly status: Status;
  readonly why?: string;
  readonly people: People;
  readonly facility_id: string;
  readonly harm?: string;
  readonly anchor_at: Date;
  readonly due_at?: Date;
  readonly done_at?: Date;
  readonly late: boolean;
  readonly positions: readonly number[];
}

export interface CountedCases {
  readonly cases: readonly CountedCase[];
  readonly more: boolean;
  readonly asOf: Instant;
}

/** The cases behind a figure; every look is written down. */
export class OpenFigure extends Query<CountedCases> {
  constructor(
    readonly figure: OpenedFigure,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(OpenFigure)
export class OpenFigureHandler implements IQueryHandler<OpenFigure> {
  constructor(
    private readonly db: Database,
    private readonly figures: Figures,
  ) {}

  async execute({ figure, caller, read }: OpenFigure): Promise<CountedCases> {
    const { question, people, facility, harm, type, source, status, asOf, from, limit } = figure;
    if (DEFINITIONS[question.measure].confidential)
      return refuse('measure/confidential', 'This measure opens to nobody: it would tell of single people.');
    return this.db.inOrg(caller.org, async (tx) => {
      const { table, now } = await this.figures.standing(tx, caller.org, asOf);
      const narrowed = [people, facility, harm, type, source, status, from?.anchorAt, from?.id].map(
        (value) => value ?? null,
      );
      const values = [...judgedBy(caller.org, question, now), ...narrowed, limit + 1];
      const found = (await tx.query<CountedCase>(casesOf(table), values)).map(present);
      const cases = found.slice(0, limit);
      await auditRead(tx, caller, { ...read, streams: [...new Set(cases.flatMap(streamsOf))] });
      return { cases, more: found.length > cases.length, asOf: now };
    });
  }
}

const streamsOf = ({ subject, kind, case: id }: CountedCase): string[] => [
  `${kind}-${subject}`,
  ...(id ? [`resolution-case-${id}`] : []),
];
