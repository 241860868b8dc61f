import { Counting } from '../counting.examples.js';
import { OpenFigure, OpenFigureHandler } from '../views/measure-cases/measure-cases.query.js';
import { recordedFrom } from '../views/measure-subjects/history.examples.js';
import { OutcomeStory as Story } from '../views/measure-subjects/outcome-story.examples.js';
import { periodAsked } from './asked.js';

const at = (time: string, day = '02') => `2024-03-${day}T${time}:00.000Z`;
const activated = (number: number) => new Story(number).reported(at('14:50')).activated(at('15:00'));

let counting: Counting;
let org: string;

beforeAll(async () => {
  counting = await Counting.begin();
  org = await counting.organization();
  // 14 involved in as many cases: 12 offered in time, 2 too late; one case of them comes to a claim, one to a suit
  const involved = Array.from({ length: 14 }, (_, index) =>
    activated(index + 1)
      .supportOwed(at('16:00'))
      .supportOffered(index < 12 ? at('17:00') : at('17:00', '05')),
  );
  involved[0]?.claimed('2024-06-01T12:00:00.000Z');
  involved[1]?.sued('2025-01-10T12:00:00.000Z');
  await counting.write(org, recordedFrom(...involved));
  await counting.catchUp();
});
afterAll(() => counting.close());

describe('RES-06, by year', () => {
  const asked = { measure: 'RES-06', from: '2024', to: '2024' } as const;
  const counts = async (role: 'risk-manager' | 'analyst' = 'risk-manager') =>
    (await counting.read(org, asked, role)).figures;

  it('counts a claim no sooner than its absence: when 12 months have passed', async () => {
    counting.clock.set('2025-02-01T00:00:00.000Z');
    expect(await counts()).toMatchObject([{ period: '2024', numerator: 0, denominator: 0, notMatured: 14 }]);
    counting.clock.set('2025-03-03T06:00:00.000Z');
    expect(await counts()).toMatchObject([{ numerator: 2, denominator: 14, notMatured: 0, provisional: false }]);
    const [hidden] = await counts('analyst');
    expect(hidden).toMatchObject({ suppressed: expect.arrayContaining(['rate']) });
    expect(hidden).not.toHaveProperty('numerator');
  });

  it('is counted by nothing else, and the others are not counted by year', async () => {
    const others = [
      { measure: 'RES-06', period: 'month' },
      { measure: 'CRP-04', period: 'year' },
    ] as const;
    for (const other of others)
      await expect(counting.read(org, other)).rejects.toMatchObject({
        code: 'measure/no-such-period',
        field: 'period',
      });
    expect(periodAsked('RES-06', '2024', '2025-03-03T06:00:00.000Z')).toMatchObject({ kind: 'year', from: '2024' });
  });

  it('is published for a year that is over and matured', async () => {
    await expect(counting.take(org, { ...asked, period: 'year' })).resolves.toBeDefined();
  });
});

describe('CRP-10, which nobody may look into', () => {
  const asked = { measure: 'CRP-10', from: '2024-03', to: '2024-03' } as const;

  it('hides small counts from everybody', async () => {
    counting.clock.set('2024-05-01T00:00:00.000Z');
    for (const role of ['risk-manager', 'executive', 'analyst'] as const) {
      const [figure, ...more] = (await counting.read(org, asked, role)).figures;
      expect(more).toEqual([]);
      expect(figure).toMatchObject({ period: '2024-03', suppressed: expect.arrayContaining(['rate']) });
      for (const part of ['numerator', 'denominator', 'failed', 'rate']) expect(figure).not.toHaveProperty(part);
    }
  });

  it('tells of no period that goes on, and of no point in the past', async () => {
    counting.clock.set('2024-04-01T11:00:00.000Z'); // still March somewhere
    expect((await counting.read(org, asked)).figures).toEqual([]);
    await expect(counting.read(org, { ...asked, asOf: '2024-03-31' })).rejects.toMatchObject({
      code: 'measure/small-counts',
    });
  });

  it('opens to no case, and is not published', async () => {
    counting.clock.set('2024-05-01T00:00:00.000Z');
    const opening = new OpenFigureHandler(counting.db.api, counting.figures);
    const question = periodAsked('CRP-10', '2024-03', counting.clock.now());
    const caller = counting.caller(org, 'risk-manager', 'measures.open');
    const open = () =>
      opening.execute(new OpenFigure({ question, limit: 50 }, caller, { route: 'a route', requestId: 'a request' }));
    await expect(open()).rejects.toMatchObject({ code: 'measure/confidential' });
    await expect(counting.take(org, { ...asked, period: 'month' })).rejects.toMatchObject({
      code: 'measure/confidential',
    });
  });
});
