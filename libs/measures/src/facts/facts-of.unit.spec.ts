import type { MeasureId } from '../measure-snapshot/measure.codes.js';
import type { Entry } from '../views/measure-subjects/history.examples.js';
import { factsOfStory } from '../views/measure-subjects/history.examples.js';
import { Story } from '../views/measure-subjects/story.examples.js';

/** All times on 2 March 2026, a Monday, in Chicago (UTC-6), unless they say otherwise. */
const at = (time: string, day = '02') => `2026-03-${day}T${time}:00.000Z`;

const factFor = (measure: MeasureId, story: { readonly entries: readonly Entry[] }) => {
  const [fact, ...more] = factsOfStory(story).filter((one) => one.measure === measure);
  expect(more).toEqual([]);
  return fact;
};

/** Reported and identified at 15:00, by ways that differ only in what comes after. */
const begun = () => new Story(1).reported(at('15:00')).triaged(at('15:05'), 'moderate').identified(at('15:10'));

describe('CRP-01, CRP coverage', () => {
  const eligible = () => begun().eligible(at('15:15'));

  it('counts an eligible event from its determination on, as failed until a team is activated', () => {
    expect(factFor('CRP-01', eligible())).toEqual({
      measure: 'CRP-01',
      people: 'patients',
      anchorAt: at('15:15'),
      month: '2026-03',
      quarter: '2026-Q1',
      outcome: 'unmet',
      late: false,
      reopened: false,
      positions: [4],
    });
  });

  it('is met by any activation, however late: it has no limit', () => {
    expect(factFor('CRP-01', eligible().activated(at('15:00', '20')))).toMatchObject({
      outcome: 'met',
      doneAt: at('15:00', '20'),
      positions: [4, 5],
    });
  });

  it('has no fact of what is not eligible, or not any more', () => {
    expect(factFor('CRP-01', begun().eligible(at('15:15'), false))).toBeUndefined();
    expect(factFor('CRP-01', eligible().eligible(at('16:00'), false))).toBeUndefined();
  });

  it('counts from the determination that stands, where it was made again', () => {
    const again = eligible().eligible(at('16:00'), false).eligible(at('17:00'));
    expect(factFor('CRP-01', again)).toMatchObject({ anchorAt: at('17:00'), positions: [6] });
  });

  it('excludes what was voided, and tells by which event; what triage found to have reached nobody, too', () => {
    expect(factFor('CRP-01', eligible().voided(at('16:00')))).toMatchObject({
      outcome: 'excluded',
      why: 'voided',
      positions: [4, 5],
    });
    const missed = new Story(1).reported(at('15:00')).identified(at('15:10')).eligible(at('15:15'));
    expect(factFor('CRP-01', missed.triaged(at('16:00'), 'no_harm', 'near_miss'))).toMatchObject({
      outcome: 'excluded',
      why: 'no-incident',
      positions: [3, 4],
    });
  });

  it('belongs to the month in which it was determined where the facility is', () => {
    // 1 April 03:00 in UTC is 31 March 22:00 in Chicago
    const story = begun().eligible('2026-04-01T03:00:00.000Z');
    expect(factFor('CRP-01', story)).toMatchObject({ month: '2026-03', quarter: '2026-Q1' });
  });
});

describe('CRP-02, activation in 30 minutes of identification', () => {
  // identified 15:10, so due 15:40
  it.each([
    ['15:40', 'met'],
    ['15:41', 'unmet'],
    ['15:00', 'met'], // before it was identified
  ])('activated at %s it is %s', (time, outcome) => {
    const fact = factFor('CRP-02', begun().activated(at(time), 'yes', at('17:00')));
    expect(fact).toMatchObject({ anchorAt: at('15:10'), dueAt: at('15:40'), outcome, positions: [3, 4] });
  });

  it('is of activated cases only', () => {
    expect(factFor('CRP-02', begun())).toBeUndefined();
  });

  it('goes by when it was, not by when it was entered; entered more than 4 hours late it is flagged', () => {
    expect(factFor('CRP-02', begun().activated(at('15:30'), 'yes', at('19:30')))).toMatchObject({
      outcome: 'met',
      late: false,
    });
    expect(factFor('CRP-02', begun().activated(at('15:30'), 'yes', at('19:31')))).toMatchObject({
      outcome: 'met',
      late: true,
    });
  });

  it.each([
    ['claim_notice', 0, 'excluded'],
    ['attorney_letter', 0, 'excluded'],
    ['chart_trigger', 30, 'met'],
    ['chart_trigger', 31, 'excluded'],
    ['mortality_review', 31, 'excluded'],
    ['staff_report', 400, 'met'],
  ] as const)('found by %s, %d days after it happened, it is %s', (source, days, outcome) => {
    const eventAt = new Date(Date.parse(at('15:10')) - days * 86_400_000).toISOString();
    const story = new Story(1)
      .reported(at('15:00'), { source, eventAt: { value: eventAt, precision: 'day' } })
      .identified(at('15:10'))
      .activated(at('15:20'));
    const why = outcome === 'excluded' ? { why: 'retrospective', positions: [1, 2, 3] } : { positions: [2, 3] };
    expect(factFor('CRP-02', story)).toMatchObject({ outcome, ...why });
    expect(factFor('CRP-05a', story)).toMatchObject({ outcome: outcome === 'met' ? 'unmet' : outcome });
    expect(factFor('CRP-11', story)).toMatchObject({ outcome: 'unmet' });
  });

  it('excludes what was never identified, in the period of its activation, and what was withdrawn', () => {
    const unanchored = new Story(1).reported(at('15:00')).activated(at('15:20'));
    expect(factFor('CRP-02', unanchored)).toMatchObject({ outcome: 'excluded', why: 'no-anchor', month: '2026-03' });
    const withdrawn = begun().activated(at('15:20')).withdrawn(at('15:30'));
    expect(factFor('CRP-02', withdrawn)).toMatchObject({ outcome: 'excluded', why: 'withdrawn', positions: [3, 4, 5] });
    const anew = begun().requested(at('15:11')).withdrawn(at('15:12')).requested(at('15:13')).activated(at('15:20'));
    expect(factFor('CRP-02', anew)).toMatchObject({ outcome: 'met' });
  });

  it('counts the workforce apart, and visitors not at all', () => {
    const of = (harmed: 'staff' | 'visitor') =>
      new Story(1).reported(at('15:00'), { harmed }).identified(at('15:10')).activated(at('15:20'));
    expect(factFor('CRP-02', of('staff'))).toMatchObject({ people: 'workforce', outcome: 'met' });
    expect(factFor('CRP-02', of('visitor'))).toMatchObject({ outcome: 'excluded', why: 'no-patient' });
  });
});

describe('CRP-05, first communication in 60 minutes and in 24 hours', () => {
  const active = () => begun().activated(at('15:20'));

  // identified 15:10, so due 16:10 (a) and the day after at 15:10 (b)
  it.each([
    [at('16:10'), 'met', 'met'],
    [at('16:11'), 'unmet', 'met'],
    [at('15:10', '03'), 'unmet', 'met'],
    [at('15:11', '03'), 'unmet', 'unmet'],
  ])('held at %s: %s and %s', (time, a, b) => {
    const story = active().talked(time);
    expect(factFor('CRP-05a', story)).toMatchObject({ dueAt: at('16:10'), doneAt: time, outcome: a });
    expect(factFor('CRP-05b', story)).toMatchObject({ dueAt: at('15:10', '03'), doneAt: time, outcome: b });
  });

  it.each([
    [at('16:10'), 'exception', 'exception'],
    [at('16:11'), 'unmet', 'exception'],
    [at('15:11', '03'), 'unmet', 'unmet'],
  ])('nobody could be told, recorded at %s: %s and %s', (time, a, b) => {
    const story = active().unable(time);
    expect(factFor('CRP-05a', story)?.outcome).toBe(a);
    expect(factFor('CRP-05b', story)?.outcome).toBe(b);
  });

  it('an exception counts from when it was recorded, not from when somebody says it was', () => {
    expect(factFor('CRP-05a', active().unable(at('15:30'), at('17:00')))?.outcome).toBe('unmet');
  });

  it('only being unable is one; and who is told in time after all counts as told', () => {
    expect(factFor('CRP-05a', active().unable(at('15:30'), at('15:30'), 'declined'))?.outcome).toBe('unmet');
    expect(factFor('CRP-05a', active().unable(at('15:30')).talked(at('16:00')))?.outcome).toBe('met');
    expect(factFor('CRP-05a', active().unable(at('15:30')).talked(at('17:00')))).toMatchObject({
      outcome: 'exception',
      why: 'unable',
      positions: [3, 5, 6],
    });
  });

  it('restates when a first talk is entered late: 5 hours are late for minutes, and not for a day', () => {
    const story = active().talked(at('15:50'), at('20:50'));
    expect(factFor('CRP-05a', story)).toMatchObject({ outcome: 'met', late: true });
    expect(factFor('CRP-05b', story)).toMatchObject({ outcome: 'met', late: false });
  });
});

describe('CRP-11, billing hold within one business day of activation', () => {
  const active = (billable: 'yes' | 'no' | 'unknown' = 'yes') => begun().activated(at('15:20'), billable);

  // activated on Monday, so due when Tuesday ends in Chicago: 3 March 23:59:59.999 is 05:59:59.999 UTC on the 4th
  it.each([
    ['2026-03-04T05:59:59.999Z', 'met'],
    ['2026-03-04T06:00:00.000Z', 'unmet'],
  ])('held at %s it is %s', (time, outcome) => {
    expect(factFor('CRP-11', active().held(time))).toMatchObject({ dueAt: '2026-03-04T05:59:59.999Z', outcome });
  });

  it.each([
    // a Friday; the clocks go forward on Sunday 8 March, so Monday ends at UTC-5
    ['2026-03-06T16:00:00.000Z', '2026-03-10T04:59:59.999Z'],
    // Wednesday before Thanksgiving: Thursday is none, Friday is one
    ['2026-11-25T18:00:00.000Z', '2026-11-28T05:59:59.999Z'],
  ])('activated at %s, due at %s', (activated, dueAt) => {
    expect(factFor('CRP-11', begun().activated(activated))).toMatchObject({ anchorAt: activated, dueAt });
  });

  it('excludes what has no charge, and holds apart what is not established yet', () => {
    expect(factFor('CRP-11', active('no'))).toMatchObject({ outcome: 'excluded', why: 'no-charge', positions: [4] });
    expect(factFor('CRP-11', active('unknown'))).toMatchObject({ outcome: 'excluded', why: 'billability-unknown' });
    expect(factFor('CRP-11', active('unknown').billable(at('17:00'), 'yes'))).toMatchObject({ outcome: 'unmet' });
    expect(factFor('CRP-11', active('unknown').billable(at('17:00'), 'no'))).toMatchObject({
      outcome: 'excluded',
      why: 'no-charge',
      positions: [4, 5],
    });
    expect(factFor('CRP-11', active('unknown').held(at('17:00')))).toMatchObject({ outcome: 'met' });
  });
});

describe('GOV-01, leaders told within 3 business days of confirmation', () => {
  const serious = () => begun().triaged(at('15:30'), 'severe').confirmed(at('16:00'), true);

  // confirmed on Monday, so due when Thursday 5 March ends in Chicago
  it('is done when both groups were told, at the later one', () => {
    const story = serious().told(at('18:00'), 'board').told('2026-03-06T05:59:59.999Z', 'c_suite');
    expect(factFor('GOV-01', story)).toMatchObject({
      anchorAt: at('16:00'),
      dueAt: '2026-03-06T05:59:59.999Z',
      doneAt: '2026-03-06T05:59:59.999Z',
      outcome: 'met',
      positions: [5, 6, 7],
    });
    expect(factFor('GOV-01', serious().told(at('18:00'), 'board'))).toMatchObject({ outcome: 'unmet', positions: [5] });
  });

  it('goes by the first time each heard of it, though that is entered last', () => {
    const story = serious()
      .told(at('18:00'), 'board')
      .told(at('18:00', '20'), 'c_suite')
      .told(at('18:00', '03'), 'c_suite', at('18:00', '25'));
    expect(factFor('GOV-01', story)).toMatchObject({ outcome: 'met', doneAt: at('18:00', '03'), late: true });
  });

  it('is of confirmed serious events only, of patients and apart of the workforce', () => {
    expect(factFor('GOV-01', begun().confirmed(at('16:00'), false))).toBeUndefined();
    const staff = new Story(1).reported(at('15:00'), { harmed: 'staff' }).confirmed(at('16:00'), true);
    expect(factFor('GOV-01', staff)).toMatchObject({ people: 'workforce', outcome: 'unmet' });
    expect(factFor('GOV-01', serious().voided(at('17:00')))).toMatchObject({ outcome: 'excluded', why: 'voided' });
  });
});

it('keeps its facts in one order, whatever order the cases came in', () => {
  const [one, other] = [begun().activated(at('15:20')), begun()];
  const elsewhere = { ...other.activated(at('15:25')).entries.at(-1), id: '0192a000-0000-7000-8000-000000000001' };
  one.entries.push(elsewhere as (typeof one.entries)[number]);
  const cases = factsOfStory(one).map((fact) => fact.case);
  expect(cases).toEqual([...cases].sort());
});
