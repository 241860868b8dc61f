import { Injectable } from '@nestjs/common';
import { boundsOf, periodsBetween } from '#kernel/clocks';
import { Clock, type Instant } from '#kernel/core';
import { type AsOf, Log, Placements } from '#kernel/ledger';
import { Database, type Tx } from '#kernel/platform';
import { pastView, present, Views } from '#kernel/readers';
import { DEFINITIONS } from '../definitions/definitions.js';
import { BREAKDOWNS } from '../measure-snapshot/measure.codes.js';
import { MeasureSubjectRow } from '../views/measure-subjects/measure-subject.row.js';
import { measureSubjects } from '../views/measure-subjects/measure-subjects.projection.js';
import { type Counted, emptyFigure, type Figure, type Question } from './figure.js';
import { figuresOf } from './figures.sql.js';
import { type Point, pointAt } from './point.js';

/** The view as it is, or as it was: its table, and what time it is there. */
export interface Standing {
  readonly table: string;
  readonly now: Instant;
  /** Where it stood, if that is not where the view stands. */
  readonly position?: number;
}

const DAY = 86_400_000;

/** Counts figures, as they are now or as they were: by one fold and one statement, whichever it is. */
@Injectable()
export class Figures {
  constructor(
    private readonly db: Database,
    private readonly log: Log,
    private readonly placements: Placements,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  /** Waits for the view to come to a position. */
  reached(org: string, position: number): Promise<'caught-up' | 'behind'> {
    return this.views.reached(measureSubjects, org, position);
  }

  /** The view now, or folded anew up to the point that is asked for. In the past once a transaction. */
  async standing(tx: Tx, org: string, asked?: AsOf): Promise<Standing> {
    const now = this.clock.now();
    if (!asked) return { table: this.db.source.getMetadata(MeasureSubjectRow).tablePath, now };
    return this.past(tx, org, await pointAt(tx, org, asked, now));
  }

  /** The figures that answer a question; every period of it has a line for the organization. */
  async counted(tx: Tx, org: string, question: Question, standing: Standing): Promise<Counted> {
    const { name, version } = measureSubjects;
    const [row] = await tx.query<{ position: string | null; figures: readonly Figure[] }>(figuresOf(standing.table), [
      ...judgedBy(org, question, standing.now),
      name,
      version,
    ]);
    const figures = (row?.figures ?? []).map(present).map((figure) => aimed(figure, question));
    const silent = periodsBetween(question.from, question.to)
      .filter((period) => !figures.some((one) => one.period === period && one.people === 'patients'))
      .map(emptyFigure);
    return {
      figures: [...figures, ...silent].sort(inOrder),
      position: standing.position ?? Number(row?.position ?? 0),
      asOf: standing.now,
    };
  }

  private async past(tx: Tx, org: string, { position, at }: Point): Promise<Standing> {
    const ledger = await this.placements.ledgerOf(org);
    if (ledger === undefined) throw new Error(`Organization ${org} was placed on no ledger`);
    const { db, log } = this;
    const table = await pastView(tx, { db, log }, measureSubjects, { org, ledger, upTo: position });
    return { table, now: at, position };
  }
}

/** A mean is told only where one is aimed at. */
const aimed = ({ meanDays, ...figure }: Figure, { measure }: Question): Figure => ({
  ...figure,
  ...(DEFINITIONS[measure].targetMeanDays !== undefined && meanDays !== undefined && { meanDays }),
});

/** The parameters of the facts in question; a day on either side holds the anchors of every zone. */
export const judgedBy = (org: string, { measure, kind, from, to }: Question, now: Instant): readonly unknown[] => [
  org,
  measure,
  kind,
  from,
  to,
  now,
  ...around(from, to),
];

/** What holds every anchor of some periods in any zone. */
export const around = (from: string, to: string): readonly Instant[] => {
  const [begins, ends] = [boundsOf(from, 'UTC').from, boundsOf(to, 'UTC').before].map(Date.parse) as [number, number];
  return [new Date(begins - DAY), new Date(ends + DAY)].map((time) => time.toISOString());
};

const inOrder = (a: Figure, b: Figure): number =>
  a.period.localeCompare(b.period) ||
  a.people.localeCompare(b.people) ||
  BREAKDOWNS.indexOf(a.by) - BREAKDOWNS.indexOf(b.by) ||
  a.of.localeCompare(b.of);
