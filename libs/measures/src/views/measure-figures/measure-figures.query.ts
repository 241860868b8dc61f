import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller } from '#kernel/access';
import { boundsOf } from '#kernel/clocks';
import { Clock, type Instant, refuse } from '#kernel/core';
import { Database } from '#kernel/platform';
import type { Definition } from '../../definitions/definition.js';
import { DEFINITIONS } from '../../definitions/definitions.js';
import { type Asked, pointAsked, questionOf } from '../../figures/asked.js';
import { bodiesOf, type FigureBody } from '../../figures/figure.body.js';
import type { Figure, Question } from '../../figures/figure.js';
import { Figures } from '../../figures/figures.js';
import { latticeOf } from '../../figures/lattice.js';
import type { Breakdown } from '../../measure-snapshot/measure.codes.js';

/** A measure and its figures, as far as the reader may see them. */
export interface MeasureFigures {
  readonly definition: Definition;
  /** By what time limits are judged. */
  readonly asOf: Instant;
  readonly position: number;
  readonly figures: readonly FigureBody[];
}

/** The figures of a measure in some periods, now or as they were. */
export class ReadFigures extends Query<MeasureFigures> {
  constructor(
    readonly asked: Asked & { readonly by?: Breakdown | undefined; readonly asOf?: string | undefined },
    readonly caller: Caller,
  ) {
    super();
  }
}

@QueryHandler(ReadFigures)
export class ReadFiguresHandler implements IQueryHandler<ReadFigures> {
  constructor(
    private readonly db: Database,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  async execute({ asked, caller: { org, grant } }: ReadFigures): Promise<MeasureFigures> {
    const question = questionOf(asked, this.clock.now());
    const point = pointAsked(asked.asOf);
    const definition = DEFINITIONS[question.measure];
    const whole = grant.labels.includes('OPER') && !definition.confidential;
    if (point && !whole)
      return refuse('measure/small-counts', 'What changed between two times would tell of single people.', 'asOf');
    return this.db.inOrg(org, async (tx) => {
      const standing = await this.figures.standing(tx, org, point);
      const counted = [];
      for (const one of whole ? [question] : latticeOf(question))
        counted.push(await this.figures.counted(tx, org, one, standing));
      const all = counted.flatMap(({ figures }) => figures);
      const wanted = new Set(
        all
          .filter((figure) => isOf(figure, question, asked.by))
          .filter(({ period }) => !definition.confidential || isOver(period, standing.now)),
      );
      const figures = bodiesOf(all, whole).filter((_, at) => wanted.has(all[at] as Figure));
      const [{ position = 0, asOf = standing.now } = {}] = counted;
      return { definition, asOf, position, figures };
    });
  }
}

/** Where a day ends last. */
const LAST_ZONE = 'Etc/GMT+12';
/** What moves while a period goes on tells of single people, though no number is shown. */
const isOver = (period: string, now: Instant): boolean => boundsOf(period, LAST_ZONE).before <= now;

const isOf = ({ period, by }: Figure, { kind, from, to }: Question, breakdown: Breakdown | undefined): boolean =>
  (kind === 'year' || period.includes('Q') === (kind === 'quarter')) &&
  period >= from &&
  period <= to &&
  (by === 'all' || by === breakdown);
