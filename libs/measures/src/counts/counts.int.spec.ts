import { Counting } from '../counting.examples.js';
import { periodAsked } from '../figures/asked.js';
import { OpenCount, OpenCountHandler } from '../views/count-subjects/count-subjects.query.js';
import { OpenFigure, OpenFigureHandler } from '../views/measure-cases/measure-cases.query.js';
import type { MeasureCounts } from '../views/measure-counts/measure-counts.query.js';
import { ConcernStory } from '../views/measure-subjects/concern-story.examples.js';
import { id, lakeside, recordedFrom, stMary } from '../views/measure-subjects/history.examples.js';
import { Story } from '../views/measure-subjects/story.examples.js';
import { COUNTS } from './count.codes.js';

const at = (time: string, day = '02') => `2026-03-${day}T${time}:00.000Z`;

let counting: Counting;
let org: string;
let positions: readonly number[];

/** Harm that was reported on a day, and confirmed on the next hour. */
const harm = (number: number, day: string, severity: 'mild' | 'severe', facility = stMary) =>
  new Story(number, 'America/Chicago', facility)
    .reported(at('15:00', day))
    .triaged(at('15:30', day), severity)
    .confirmed(at('16:00', day), false);

beforeAll(async () => {
  counting = await Counting.begin();
  org = await counting.organization();
  const kept = harm(1, '02', 'severe').fedBack(at('15:00', '04'));
  const concern = new ConcernStory(1).submitted(at('15:00'), { stillAtRisk: true, language: 'es' });
  positions = await counting.write(
    org,
    recordedFrom(
      kept,
      harm(2, '03', 'mild', lakeside).fedBack(at('15:00', '06')),
      harm(3, '03', 'mild').merged(at('17:00', '05'), kept.safetyEvent),
      harm(4, '10', 'mild').voided(at('17:00', '10')),
      concern.acted(at('15:40')).classified(at('16:00'), true).responded(at('12:00', '05')),
      new ConcernStory(2).submitted(at('15:00', '20'), { reachable: false }),
      new ConcernStory(3).submitted('2026-04-02T15:00:00.000Z').spam('2026-04-03T15:00:00.000Z'),
    ),
  );
  await counting.catchUp();
  counting.clock.set('2026-04-20T00:00:00.000Z');
});
afterAll(() => counting.close());

const march = { period: 'month', from: '2026-03', to: '2026-03' } as const;

const lines = ({ counts }: MeasureCounts) =>
  counts.map(({ facilityId, by = 'all', of = '', number, share, median }) =>
    [...(facilityId ? [facilityId === stMary ? 'stMary' : 'lakeside'] : []), by, of, number, share ?? '', median ?? '']
      .join(' ')
      .trim(),
  );

describe('the supporting counts', () => {
  it('tell the whole and its parts, each with its share, without what was voided or merged', async () => {
    const answer = await counting.readCounts(org, { ...march, count: 'harm-events' });
    expect(answer.definitions.map((one) => [one.id, one.version])).toEqual([['harm-events', 1]]);
    expect([answer.asOf, answer.position]).toEqual(['2026-04-20T00:00:00.000Z', positions.at(-1)]);
    expect(lines(answer)).toEqual([
      'all  2',
      'severity mild 1 0.5',
      'severity severe 1 0.5',
      'source staff_report 2 1',
      'type fall 2 1',
    ]);
  });

  it('tell how long it took, in the unit of the definition', async () => {
    expect(lines(await counting.readCounts(org, { ...march, count: 'staff-feedback' }))).toEqual([
      'all  2  2.5',
      'feedback given 2 1 2.5', // 2 and 3 business days
    ]);
    const concerns = await counting.readCounts(org, { ...march, count: 'concerns' });
    expect(lines(concerns)).toContain('risk acted_on 1 0.5 40');
    expect(lines(concerns)).toContain('grievance grievance 1 0.5 40');
  });

  it('are of each facility too', async () => {
    expect(lines(await counting.readCounts(org, { ...march, count: 'harm-events', by: 'facility' }))).toEqual([
      'all  2',
      'severity mild 1 0.5',
      'severity severe 1 0.5',
      'source staff_report 2 1',
      'type fall 2 1',
      'stMary all  1',
      'stMary severity severe 1 1',
      'stMary source staff_report 1 1',
      'stMary type fall 1 1',
      'lakeside all  1',
      'lakeside severity mild 1 1',
      'lakeside source staff_report 1 1',
      'lakeside type fall 1 1',
    ]);
  });

  it('are by quarter and by year, zeros included, and tell what is not over yet', async () => {
    const wholes = async (asked: object) => {
      const { counts } = await counting.readCounts(org, { count: 'concern-turns', ...asked });
      return counts.filter(({ by }) => !by).map(({ period, number, provisional }) => [period, number, provisional]);
    };
    expect(await wholes({ period: 'quarter', from: '2026-Q1', to: '2026-Q2' })).toEqual([
      ['2026-Q1', 0, false],
      ['2026-Q2', 1, true],
    ]);
    expect(await wholes({ period: 'year' })).toEqual([['2026', 1, true]]);
    const { definitions, counts } = await counting.readCounts(org, march);
    expect(definitions).toHaveLength(COUNTS.length);
    expect(new Set(counts.map(({ count }) => count)).size).toBe(COUNTS.length);
  });

  it('are what they were at a position, before the merge and the void', async () => {
    const then = await counting.readCounts(org, { ...march, count: 'harm-events', asOf: at('16:30', '10') });
    expect(lines(then)[0]).toBe('all  3'); // merged on the 5th, voided at 17:00
    const before = await counting.readCounts(org, { ...march, count: 'harm-events', asOf: at('16:30', '05') });
    expect(lines(before)[0]).toBe('all  3');
  });

  it('open to what is behind them, a page at a time, and the look is written down', async () => {
    const handler = new OpenCountHandler(counting.db.api, counting.figures);
    const caller = counting.caller(org, 'risk-manager', 'measures.open');
    const read = { route: 'GET /v1/measures/counts/:id/subjects', requestId: id(2, 78) };
    const question = { count: 'harm-events', kind: 'year', from: '2026', to: '2026' } as const;
    const open = (more: object) => handler.execute(new OpenCount({ question, limit: 50, ...more }, caller, read));
    const { subjects } = await open({});
    expect(subjects.map((one) => [one.kind, one.id, one.parts.severity])).toEqual([
      ['safety-event', id(1, 1), 'severe'],
      ['safety-event', id(1, 2), 'mild'],
    ]);
    expect((await open({ by: 'severity', of: 'mild' })).subjects.map((one) => one.id)).toEqual([id(1, 2)]);
    expect((await open({ facility: stMary })).subjects.map((one) => one.id)).toEqual([id(1, 1)]);
    const first = await open({ limit: 1 });
    const rest = await open({ limit: 1, from: Number(first.subjects[0]?.place) });
    expect([first.more, rest.more, rest.subjects[0]?.id]).toEqual([true, false, id(1, 2)]);
    const reads = await counting.db.owner.call<{ streams: string[] }>({
      text: 'select streams from access.reads where org = $1 order by at limit 1',
      values: [org],
    });
    expect(reads).toEqual([{ streams: [`safety-event-${id(1, 1)}`, `safety-event-${id(1, 2)}`] }]);
  });

  it('tell those who may not see small counts that there are some, and of no time but now', async () => {
    const { counts } = await counting.readCounts(org, { ...march, count: 'concerns', by: 'facility' }, 'analyst');
    expect(counts.every((one) => !('number' in one) && !('share' in one) && !('median' in one))).toBe(true);
    expect(counts.some(({ facilityId, by }) => facilityId && by)).toBe(false);
    const asked = { ...march, asOf: '2026-03-05' };
    await expect(counting.readCounts(org, asked, 'analyst')).rejects.toMatchObject({ code: 'measure/small-counts' });
  });

  it('are refused for what is no count and no period', async () => {
    await expect(counting.readCounts(org, { count: 'harm' })).rejects.toMatchObject({ code: 'measure/not-found' });
    await expect(counting.readCounts(org, { period: 'year', from: '2026-03' })).rejects.toMatchObject({
      field: 'from',
    });
    await expect(counting.readCounts(org, { period: 'year', from: '2015' })).rejects.toMatchObject({
      code: 'measure/too-many-periods',
    });
  });
});

describe('measures of concerns', () => {
  it('are counted and opened like those of safety events', async () => {
    const { definition, figures } = await counting.read(org, { measure: 'PC-02', ...march });
    expect(definition).toMatchObject({ id: 'PC-02', targetMeanDays: 7 });
    expect(figures).toMatchObject([{ numerator: 1, denominator: 1, meanDays: 2.88 }]); // Monday 15:00 to Thursday 12:00
    const acknowledged = await counting.read(org, { measure: 'PC-01', ...march, by: 'harm' });
    expect(acknowledged.figures).toMatchObject([{ numerator: 0, denominator: 1, excluded: 1 }]);
    const handler = new OpenFigureHandler(counting.db.api, counting.figures);
    const caller = counting.caller(org, 'risk-manager', 'measures.open');
    const read = { route: 'GET /v1/measures/:id/cases', requestId: id(2, 79) };
    const question = periodAsked('PC-01', '2026-03', counting.clock.now());
    const { cases } = await handler.execute(new OpenFigure({ question, limit: 10 }, caller, read));
    expect(cases.map((one) => [one.kind, one.subject, one.status, one.why])).toEqual([
      ['concern', id(3, 1), 'failed', undefined],
      ['concern', id(3, 2), 'excluded', 'unreachable'],
    ]);
    const reads = await counting.db.owner.call<{ streams: string[] }>({
      text: 'select streams from access.reads where org = $1 order by at desc limit 1',
      values: [org],
    });
    expect(reads).toEqual([{ streams: [`concern-${id(3, 1)}`, `concern-${id(3, 2)}`] }]);
  });

  it('have no mean where none is aimed at', async () => {
    const { figures } = await counting.read(org, { measure: 'CRP-03', ...march });
    expect(figures).toMatchObject([{ numerator: 2, denominator: 2 }]);
    expect(figures[0]).not.toHaveProperty('meanDays');
  });
});

it('figures are of each type and each source of safety events', async () => {
  const of = async (by: 'type' | 'source') => {
    const { figures } = await counting.read(org, { measure: 'CRP-03', ...march, by });
    return figures.map((one) => [one.eventType ?? one.source ?? 'all', one.denominator, one.excluded]);
  };
  expect(await of('type')).toEqual([
    ['all', 2, 2],
    ['fall', 2, 2],
  ]);
  expect(await of('source')).toEqual([
    ['all', 2, 2],
    ['staff_report', 2, 2],
  ]);
});
