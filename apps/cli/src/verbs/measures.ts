import { QueryBus } from '@nestjs/cqrs';
import { type Command, Option } from 'commander';
import { DEFINITIONS, type FigureBody, type MeasureFigures, ReadFigures } from '#measures';
import type { Acting } from '../session/acting.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { columns, show } from './output.js';

interface Options extends Acting {
  readonly json?: boolean;
  readonly measure?: string;
  readonly period: 'month' | 'quarter';
  readonly from?: string;
  readonly to?: string;
  readonly split?: 'facility' | 'harm';
  readonly asOf?: string;
}

export const measuresVerb = (program: Command): void => {
  const verb = program
    .command('measures')
    .description('the figures of the measures, now or as they were known then, and how they are counted')
    .option('--measure <id>', `one of ${Object.keys(DEFINITIONS).join(', ')} (default: all of them)`)
    .addOption(new Option('--period <kind>', 'by which periods').choices(['month', 'quarter']).default('month'))
    .option('--from <period>', 'the first period, as 2026-01 or 2026-Q1 (default: the first of the year)')
    .option('--to <period>', 'the last period (default: the current one)')
    .addOption(new Option('--split <part>', 'lines for each of them too').choices(['facility', 'harm']))
    .option('--as-of <point>', 'as it was known then: a position, a time with offset, or a day');
  actingOptions(verb, 'who asks', 'risk-manager').action(
    async ({ json, measure, split, period, from, to, asOf, ...acting }: Options) => {
      const answers = await Session.during(async (session) => {
        const caller = await session.caller(acting, 'measures.read');
        const read = (one: string) =>
          session.part(QueryBus).execute(new ReadFigures({ measure: one, period, from, to, by: split, asOf }, caller));
        const all: MeasureFigures[] = [];
        for (const one of measure ? [measure] : Object.keys(DEFINITIONS)) all.push(await read(one));
        return all;
      });
      show(json, { measures: answers }, answers.map(words).join('\n\n'));
    },
  );
};

const HEADER = ['period', 'people', 'of', 'rate', 'num', 'den', 'excl', 'exc', 'open', 'late', 'median', 'p90', ''];

const words = ({ definition, asOf, position, figures }: MeasureFigures): string =>
  [
    `${definition.id} v${definition.version}  ${definition.name}, target ${percent(definition.target)}; as of ${asOf}, position ${position}`,
    columns([HEADER, ...figures.map(line)]),
  ].join('\n');

const line = (figure: FigureBody): string[] => [
  figure.period,
  figure.people,
  figure.facilityId ?? figure.harmSeverity ?? 'all',
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
  ].map((value) => (value === undefined ? '-' : `${value}`)),
  [...(figure.provisional ? ['provisional'] : []), ...(figure.suppressed ? ['suppressed'] : [])].join(', '),
];

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
