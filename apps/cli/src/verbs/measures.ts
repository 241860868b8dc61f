import { QueryBus } from '@nestjs/cqrs';
import { type Command, Option } from 'commander';
import { COUNTS, DEFINITIONS, type FigureBody, type MeasureFigures, ReadCounts, ReadFigures } from '#measures';
import type { Acting } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { countsInWords } from './counts.js';
import { columns, show } from './output.js';

const SPLITS = ['facility', 'harm', 'type', 'source'] as const;

interface Options extends Acting {
  readonly json?: boolean;
  readonly measure?: string;
  readonly counts?: true | string;
  readonly period: 'month' | 'quarter' | 'year';
  readonly from?: string;
  readonly to?: string;
  readonly split?: (typeof SPLITS)[number];
  readonly asOf?: string;
}

export const measuresVerb = (program: Command): void => {
  const verb = program
    .command('measures')
    .description('the figures of the measures, now or as they were known then, and how they are counted')
    .option(
      '--measure <id>',
      `one of ${Object.keys(DEFINITIONS).join(', ')} (default: all that are counted by such periods)`,
    )
    .option('--counts [id]', `the supporting counts instead, all or one of ${COUNTS.join(', ')}`)
    .addOption(
      new Option('--period <kind>', 'by which periods, of those that a measure is counted by')
        .choices(['month', 'quarter', 'year'])
        .default('month'),
    )
    .option('--from <period>', 'the first period, as 2026-01 or 2026-Q1 (default: the first of the year)')
    .option('--to <period>', 'the last period (default: the current one)')
    .addOption(new Option('--split <part>', 'lines for each of them too; of counts: facility').choices(SPLITS))
    .option('--as-of <point>', 'as it was known then: a position, a time with offset, or a day');
  actingOptions(verb, 'who asks', 'risk-manager').action((options: Options) =>
    options.counts ? counts(options) : figures(options),
  );
};

const figures = async ({ json, measure, split, period, from, to, asOf, counts: _counts, ...acting }: Options) => {
  const answers = await Session.during(async (session) => {
    const caller = await session.caller(acting, 'measures.read');
    const read = (one: string) =>
      session.part(QueryBus).execute(new ReadFigures({ measure: one, period, from, to, by: split, asOf }, caller));
    const all: MeasureFigures[] = [];
    for (const one of measure ? [measure] : countedBy(period, asOf)) all.push(await read(one));
    return all;
  });
  show(json, { measures: answers }, answers.map(words).join('\n\n'));
};

/** The measures that are counted by such periods; of times past without those that are confidential. */
const countedBy = (period: Options['period'], asOf: string | undefined): readonly string[] =>
  Object.values(DEFINITIONS)
    .filter(({ periods, confidential }) => periods.includes(period) && !(asOf !== undefined && confidential))
    .map(({ id }) => id);

const counts = async ({ json, measure, split: by, period, from, to, asOf, counts: which, ...acting }: Options) => {
  if (measure) throw new Mistake('Ask for a measure or for counts.');
  if (by && by !== 'facility') throw new Mistake('Counts tell their parts by themselves: split them by facility.');
  const count = typeof which === 'string' ? which : undefined;
  const answer = await Session.during(async (session) => {
    const caller = await session.caller(acting, 'measures.read');
    return session.part(QueryBus).execute(new ReadCounts({ count, period, from, to, by, asOf }, caller));
  });
  show(json, answer, countsInWords(answer));
};

const HEADER = [
  'period',
  'people',
  'of',
  'rate',
  'num',
  'den',
  'excl',
  'exc',
  'open',
  'late',
  'median',
  'p90',
  'mean days',
  '',
];

const words = ({ definition, asOf, position, figures }: MeasureFigures): string =>
  [
    `${definition.id} v${definition.version}  ${definition.name}, target ${targetOf(definition)}; as of ${asOf}, position ${position}`,
    columns([HEADER, ...figures.map(line)]),
  ].join('\n');

const line = (figure: FigureBody): string[] => [
  figure.period,
  figure.people,
  figure.facilityId ?? figure.harmSeverity ?? figure.eventType ?? figure.source ?? 'all',
  figure.rate === undefined ? '-' : percent(figure.rate),
  ...[
    figure.numerator,
    figure.denominator,
    figure.excluded,
    figure.exceptions,
    figure.notMatured,
    figure.lateEntries,
    figure.medianMinutes,
    figure.p90Minutes,
    figure.meanDays,
  ].map((value) => (value === undefined ? '-' : `${value}`)),
  [...(figure.provisional ? ['provisional'] : []), ...(figure.suppressed ? ['suppressed'] : [])].join(', '),
];

const targetOf = ({ target, targetMeanDays, lowerIsBetter }: MeasureFigures['definition']): string =>
  target === undefined ? `a mean of ${targetMeanDays} days` : `${lowerIsBetter ? 'at most ' : ''}${percent(target)}`;

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
