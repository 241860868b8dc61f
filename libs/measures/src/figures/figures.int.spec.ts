import { Counting } from '../counting.examples.js';
import { OpenFigure, OpenFigureHandler } from '../views/measure-cases/measure-cases.query.js';
import {
  ListSnapshots,
  ListSnapshotsHandler,
  ReadSnapshot,
  ReadSnapshotHandler,
} from '../views/measure-snapshots/measure-snapshots.query.js';
import { id, lakeside, recordedFrom, stMary } from '../views/measure-subjects/history.examples.js';
import { Story } from '../views/measure-subjects/story.examples.js';
import { periodAsked, pointAsked } from './asked.js';

const at = (time: string, day = '02') => `2026-03-${day}T${time}:00.000Z`;

let counting: Counting;

/** A case that was identified on a day at 15:00 and activated so many minutes later. */
const activated = (number: number, day: string, minutes: number, facility = stMary) => {
  const begun = Date.parse(at('15:00', day));
  return new Story(number, 'America/Chicago', facility)
    .reported(at('14:50', day))
    .triaged(at('14:55', day), number % 2 === 0 ? 'severe' : 'moderate')
    .identified(at('15:00', day))
    .activated(new Date(begun + minutes * 60_000).toISOString());
};

const march = { measure: 'CRP-02', period: 'month', from: '2026-03', to: '2026-03' } as const;

describe('the figures of a measure', () => {
  let org: string;
  let positions: readonly number[];
  beforeAll(async () => {
    counting = await Counting.begin();
    org = await counting.organization();
    // in time: 10, 20 and 30 minutes; too late: 50 minutes. Excluded: one that was voided. Lakeside has one of them.
    const stories = [
      activated(1, '02', 10),
      activated(2, '03', 20),
      activated(3, '04', 30, lakeside),
      activated(4, '05', 50),
      activated(5, '06', 5).voided(at('18:00', '06')),
    ];
    positions = await counting.write(org, recordedFrom(...stories));
    await counting.catchUp();
    counting.clock.set('2026-04-20T00:00:00.000Z');
  });
  afterAll(() => counting.close());

  it('are counted for the organization: 3 of 4, one excluded, half of them within 25 minutes', async () => {
    const { definition, figures, asOf, position } = await counting.read(org, march);
    expect(definition).toMatchObject({ id: 'CRP-02', version: 2 });
    expect([asOf, position]).toEqual(['2026-04-20T00:00:00.000Z', positions.at(-1)]);
    expect(figures).toEqual([
      {
        period: '2026-03',
        people: 'patients',
        numerator: 3,
        denominator: 4,
        failed: 1,
        rate: 0.75,
        excluded: 1,
        exceptions: 0,
        notMatured: 0,
        lateEntries: 0,
        medianMinutes: 25, // of 10, 20, 30 and 50
        p90Minutes: 44, // 30 + 0.7 of the way to 50
        reopened: 0,
        provisional: false,
      },
    ]);
  });

  it('are counted for each facility, each severity of harm, and by quarter', async () => {
    const counts = ({ figures }: Awaited<ReturnType<typeof counting.read>>) =>
      figures.map((one) => [one.facilityId ?? one.harmSeverity ?? 'all', one.numerator, one.denominator, one.excluded]);
    expect(counts(await counting.read(org, { ...march, by: 'facility' }))).toEqual([
      ['all', 3, 4, 1],
      [stMary, 2, 3, 1],
      [lakeside, 1, 1, 0],
    ]);
    expect(counts(await counting.read(org, { ...march, by: 'harm' }))).toEqual([
      ['all', 3, 4, 1],
      ['moderate', 2, 2, 1], // stories 1, 3, 5
      ['severe', 1, 2, 0], // stories 2, 4
    ]);
    const quarters = { measure: 'CRP-02', period: 'quarter', from: '2026-Q1', to: '2026-Q2' } as const;
    expect(counts(await counting.read(org, quarters))).toEqual([
      ['all', 3, 4, 1],
      ['all', 0, 0, 0],
    ]);
  });

  it('open to their cases, each with the events that decided it; a page at a time, and the look is written down', async () => {
    const handler = new OpenFigureHandler(counting.db.api, counting.figures);
    const caller = counting.caller(org, 'risk-manager', 'measures.open');
    const read = { route: 'GET /v1/measures/:id/cases', requestId: id(2, 77) };
    const question = periodAsked('CRP-02', '2026-03', counting.clock.now());
    const open = (more: object) => handler.execute(new OpenFigure({ question, limit: 50, ...more }, caller, read));
    const failed = await open({ status: 'failed' });
    expect(failed.cases).toEqual([expect.objectContaining({ subject: id(1, 4), case: id(2, 4), status: 'failed' })]);
    const events = await counting.db.worker.call<{ type: string }>({
      text: 'select type from ledger.events where position = any ($1) order by position',
      values: [failed.cases[0]?.positions],
    });
    expect(events.map(({ type }) => type)).toEqual(['CandorEventIdentified', 'ResponseTeamActivated']);
    const first = await open({ limit: 2 });
    const last = first.cases.at(-1);
    const from = { anchorAt: last?.anchor_at.toISOString() ?? '', id: last?.id ?? '' };
    const rest = await open({ from });
    expect([first.more, rest.more]).toEqual([true, false]);
    expect([...first.cases, ...rest.cases].map(({ subject }) => subject)).toEqual(
      [1, 2, 3, 4, 5].map((one) => id(1, one)),
    );
    const reads = await counting.db.owner.call<{ streams: string[] }>({
      text: 'select streams from access.reads where org = $1 order by at limit 1',
      values: [org],
    });
    expect(reads).toEqual([{ streams: [`safety-event-${id(1, 4)}`, `resolution-case-${id(2, 4)}`] }]);
  });

  it('are what they were, at a position, at a time, and at the end of a day', async () => {
    const of = async (asOf: string) => {
      const { figures, ...point } = await counting.read(org, { ...march, asOf });
      return [figures[0]?.numerator, figures[0]?.denominator, figures[0]?.excluded, point.asOf];
    };
    expect(await of(String(positions[7]))).toEqual([2, 2, 0, at('15:20', '03')]); // two stories of four events
    expect(await of(at('15:15', '03'))).toEqual([1, 1, 0, at('15:15', '03')]);
    expect(await of('2026-03-05')).toEqual([3, 4, 0, '2026-03-06T05:59:59.999Z']); // as the day ends in Chicago
    expect(await of(String(positions.at(-1)))).toEqual([3, 4, 1, at('18:00', '06')]);
    await expect(of('2020-01-01')).rejects.toMatchObject({ code: 'measure/nothing-recorded' });
  });

  it('are refused for what is no measure, no period and no time', async () => {
    await expect(counting.read(org, { ...march, measure: 'CRP-99' })).rejects.toMatchObject({
      code: 'measure/not-found',
    });
    await expect(counting.read(org, { ...march, from: '2026-13' })).rejects.toMatchObject({ field: 'from' });
    await expect(counting.read(org, { ...march, from: '2026-04' })).rejects.toMatchObject({
      code: 'measure/no-period',
    });
    await expect(counting.read(org, { ...march, from: '2020-01' })).rejects.toMatchObject({
      code: 'measure/too-many-periods',
    });
    for (const asOf of ['2026-02-30', 'yesterday', '2026-03-02T25:00:00Z', '0000-01-01'])
      expect(() => pointAsked(asOf)).toThrow(expect.objectContaining({ field: 'asOf' }) as Error);
  });

  it('tell those who may not see small counts that there are some, and of no time but now', async () => {
    const { figures } = await counting.read(org, { ...march, by: 'facility' }, 'analyst');
    expect(figures.map(({ period, facilityId, suppressed }) => [period, facilityId, suppressed])).toEqual([
      ['2026-03', undefined, ['rate', 'excluded', 'times']],
      ['2026-03', stMary, ['rate', 'excluded', 'times']],
      ['2026-03', lakeside, ['rate', 'times']],
    ]);
    expect(figures.some((one) => 'numerator' in one || 'rate' in one || 'medianMinutes' in one)).toBe(false);
    await expect(counting.read(org, { ...march, asOf: '2026-03-05' }, 'analyst')).rejects.toMatchObject({
      code: 'measure/small-counts',
    });
  });

  it('are of one organization', async () => {
    const { figures } = await counting.read(await counting.organization(), march);
    expect(figures).toEqual([expect.objectContaining({ numerator: 0, denominator: 0 })]);
  });
});

describe('a published figure', () => {
  let org: string;
  beforeEach(async () => {
    counting = await Counting.begin();
    org = await counting.organization();
  });
  afterEach(() => counting.close());

  const snapshot = (org: string, one: string) =>
    new ReadSnapshotHandler(counting.db.api, counting.figures).execute(new ReadSnapshot(org, one));

  it('stays as it was when a case is entered late, while the live figure restates', async () => {
    const begun = activated(21, '02', 10);
    const onTime = new Story(22).reported(at('14:50', '09')).identified(at('15:00', '09'));
    await counting.write(org, recordedFrom(begun, onTime));
    counting.clock.set('2026-04-02T00:00:00.000Z');
    await counting.catchUp();
    const taken = await counting.take(org, march);
    await counting.write(
      org,
      recordedFrom({
        entries: onTime.activated(at('16:30', '09'), 'yes', '2026-04-03T12:00:00.000Z').entries.slice(-1),
      }),
    );
    await counting.catchUp();
    const found = await snapshot(org, taken);
    expect(found?.snapshot).toMatchObject({ measure: 'CRP-02', definitionVersion: 2, provisional: false });
    expect(found?.snapshot.figures[0]).toMatchObject({ numerator: 1, denominator: 1, lateEntries: 0 });
    expect(found?.today.figures[0]).toMatchObject({ numerator: 1, denominator: 2, lateEntries: 1 });
    const again = await counting.take(org, march);
    await counting.catchUp();
    expect((await snapshot(org, again))?.snapshot.figures[0]).toMatchObject({ denominator: 2 });
    expect((await snapshot(org, taken))?.snapshot.figures[0]).toMatchObject({ denominator: 1 });
    const { rows } = await new ListSnapshotsHandler(counting.db.api).execute(new ListSnapshots(org, 10));
    expect(rows.map((row) => row.id)).toEqual([again, taken]);
  });

  it('is what is counted at its position and time', async () => {
    await counting.write(org, recordedFrom(activated(31, '02', 10), activated(32, '03', 40)));
    counting.clock.set('2026-04-05T00:00:00.000Z');
    await counting.catchUp();
    const published = await counting.take(org, march);
    await counting.catchUp();
    const { snapshot: taken } = (await snapshot(org, published)) ?? {};
    await counting.write(org, recordedFrom(activated(33, '28', 10)));
    await counting.catchUp();
    const then = await counting.read(org, { ...march, asOf: taken?.asOf });
    const { numerator, denominator } = taken?.figures[0] ?? {};
    expect(then.figures[0]).toMatchObject({ numerator, denominator });
  });

  it('is final only when its periods are over and every case is matured', async () => {
    const open = new Story(41).reported(at('14:50', '31')).identified(at('15:00', '31')).activated(at('15:10', '31'));
    await counting.write(org, recordedFrom(open));
    await counting.catchUp();
    const talks = { ...march, measure: 'CRP-05b' };
    counting.clock.set(at('20:00', '31'));
    await expect(counting.take(org, talks)).rejects.toMatchObject({ code: 'measure-snapshot/provisional' });
    await expect(counting.take(org, march)).rejects.toMatchObject({ code: 'measure-snapshot/provisional' }); // March goes on
    const taken = await counting.take(org, talks, true);
    await counting.catchUp();
    expect((await snapshot(org, taken))?.snapshot).toMatchObject({
      provisional: true,
      figures: [{ by: 'all', notMatured: 1 }, { by: 'facility' }, { by: 'harm' }, { by: 'type' }, { by: 'source' }],
    });
  });
});
