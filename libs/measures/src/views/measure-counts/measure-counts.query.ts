import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller } from '#kernel/access';
import { boundsOf } from '#kernel/clocks';
import { Clock, type Instant, refuse } from '#kernel/core';
import { Database } from '#kernel/platform';
import { bodyOf, type CountBody, placeOf } from '../../counts/count.body.js';
import { COUNTS } from '../../counts/count.codes.js';
import type { CountDefinition } from '../../counts/count-definition.js';
import { COUNT_DEFINITIONS } from '../../counts/count-definitions.js';
import { type CountLine, type CountQuestion, yearsOf } from '../../counts/count-line.js';
import { type CountsWanted, countQuestionOf } from '../../counts/count-question.js';
import { Counts } from '../../counts/counts.js';
import { type HiddenLine, hiddenLines } from '../../counts/hidden-counts.js';
import { pointAsked } from '../../figures/asked.js';
import { Figures } from '../../figures/figures.js';

/** What somebody wants to know, in their words. */
export interface CountsAsked extends CountsWanted {
  readonly by?: 'facility' | undefined;
  readonly asOf?: string | undefined;
}

/** Counts, as far as the reader may see them, and how they are made. */
export interface MeasureCounts {
  readonly definitions: readonly CountDefinition[];
  readonly asOf: Instant;
  readonly position: number;
  readonly counts: readonly CountBody[];
}

/** The supporting counts in some periods, now or as they were. */
export class ReadCounts extends Query<MeasureCounts> {
  constructor(
    readonly asked: CountsAsked,
    readonly caller: Caller,
  ) {
    super();
  }
}

@QueryHandler(ReadCounts)
export class ReadCountsHandler implements IQueryHandler<ReadCounts> {
  constructor(
    private readonly db: Database,
    private readonly figures: Figures,
    private readonly counts: Counts,
    private readonly clock: Clock,
  ) {}

  async execute({ asked, caller: { org, grant } }: ReadCounts): Promise<MeasureCounts> {
    const question = countQuestionOf(asked, this.clock.now());
    const point = pointAsked(asked.asOf);
    const whole = grant.labels.includes('OPER');
    if (point && !whole)
      return refuse('measure/small-counts', 'What changed between two times would tell of single people.', 'asOf');
    return this.db.inOrg(org, async (tx) => {
      const standing = await this.figures.standing(tx, org, point);
      const counted = [];
      for (const one of whole ? [question] : yearsOf(question))
        counted.push(await this.counts.counted(tx, org, one, standing));
      const lines = counted.flatMap((one) => one.lines);
      const seen = whole ? lines.map((line): HiddenLine => ({ line, hidden: [] })) : hiddenLines(lines);
      const [{ position = 0, asOf = standing.now } = {}] = counted;
      const definitions = (question.count ? [question.count] : COUNTS).map((id) => COUNT_DEFINITIONS[id]);
      return { definitions, asOf, position, counts: bodiesOf(seen, question, asked, asOf) };
    });
  }
}

/** Where a day ends last. */
const LAST_ZONE = 'Etc/GMT+12';

const bodiesOf = (
  seen: readonly HiddenLine[],
  question: CountQuestion,
  { by }: CountsAsked,
  now: Instant,
): readonly CountBody[] => {
  const wholes = new Map(seen.filter(({ line }) => line.by === 'all').map((one) => [placeOf(one.line), one]));
  const goesOn = (period: string) => now < boundsOf(period, LAST_ZONE).before;
  return seen
    .filter(({ line }) => isOf(line, question) && (by === 'facility' || !line.facilityId))
    .map((one) => bodyOf(one, wholes.get(placeOf(one.line)), goesOn));
};

const isOf = ({ period }: CountLine, { from, to }: CountQuestion): boolean =>
  period.length === from.length && period >= from && period <= to;
