import { ConcernStory } from '../views/measure-subjects/concern-story.examples.js';
import { countsOfStory, type Entry } from '../views/measure-subjects/history.examples.js';
import { OutcomeStory } from '../views/measure-subjects/outcome-story.examples.js';
import { Story } from '../views/measure-subjects/story.examples.js';
import type { CountId } from './count.codes.js';

const at = (time: string, day = '02') => `2026-03-${day}T${time}:00.000Z`;

const parts = (count: CountId, ...stories: readonly { readonly entries: readonly Entry[] }[]) =>
  countsOfStory(...stories)
    .filter((one) => one.count === count)
    .map(({ of, took }) => ({ ...of, ...(took !== undefined && { took }) }));

const harmed = (number: number, more: Parameters<Story['reported']>[1] = {}) =>
  new Story(number).reported(at('15:00'), more).triaged(at('16:00'), 'moderate').confirmed(at('17:00'), false);

it('counts harm once it is confirmed, as it was rated and named last, when it happened', () => {
  const story = harmed(1, { eventAt: { value: '2026-02-20T12:00:00.000Z', precision: 'day' }, source: 'complaint' });
  expect(countsOfStory(story)).toEqual([
    {
      count: 'harm-events',
      at: '2026-02-20T12:00:00.000Z',
      month: '2026-02',
      quarter: '2026-Q1',
      of: { severity: 'moderate', type: 'fall', source: 'complaint' },
      positions: [1, 2, 3],
    },
  ]);
  story.assessed(at('18:00'), 'severe').corrected(at('19:00'), { category: 'device' });
  expect(parts('harm-events', story)).toEqual([{ severity: 'severe', type: 'device', source: 'complaint' }]);
  expect(parts('harm-events', new Story(2).reported(at('15:00'), { harmReported: 'death' }))).toEqual([]);
});

it('counts the harm of those who work here apart, by its kind', () => {
  const of = { harmed: 'staff', workforce: { kind: 'sharps' } } as const;
  expect(parts('workforce-harm', harmed(1, of))).toEqual([{ kind: 'sharps', severity: 'moderate' }]);
  expect(parts('harm-events', harmed(1, of))).toEqual([]);
  expect(parts('workforce-harm', harmed(1, { harmed: 'visitor' }))).toEqual([]);
});

it('counts near misses and unsafe conditions by their class as triage has it', () => {
  const missed = new Story(1).reported(at('15:00'), { eventClass: 'unsafe_condition' });
  expect(parts('near-misses', missed)).toMatchObject([{ class: 'unsafe_condition' }]);
  missed.triaged(at('16:00'), 'no_harm', 'near_miss');
  expect(parts('near-misses', missed)).toMatchObject([{ class: 'near_miss' }]);
  missed.triaged(at('17:00'), 'mild', 'incident');
  expect(parts('near-misses', missed)).toEqual([]);
});

it('counts who was told what came of their report, in business days', () => {
  expect(parts('staff-feedback', harmed(1))).toEqual([{ feedback: 'none' }]);
  // a Monday; the Wednesday after that
  expect(parts('staff-feedback', harmed(1).fedBack(at('15:00', '04')))).toEqual([{ feedback: 'given', took: 2 }]);
  expect(parts('staff-feedback', harmed(1, { source: 'patient_phone' }))).toEqual([]);
});

it('counts every submission to a patient safety organization', () => {
  const story = harmed(1).submitted(at('18:00'), 'serious_event').submitted(at('19:00'), 'precursor');
  expect(parts('pso-submissions', story)).toEqual([{ kind: 'serious_event' }, { kind: 'precursor' }]);
});

it('counts what became of the record itself, while it stands', () => {
  const turns = (story: Story) => parts('safety-event-turns', story).map(({ turn }) => turn);
  const story = harmed(1).redirected(at('18:00')).returned(at('18:10')).reopened(at('18:20')).reopened(at('18:30'));
  expect(turns(story)).toEqual(['reopened', 'reopened']);
  expect(turns(story.redirected(at('18:40')).transferred(at('18:50')))).toEqual([
    'reopened',
    'reopened',
    'redirected',
    'transferred',
  ]);
  expect(turns(story.voided(at('19:00')))).toEqual(['voided']);
  expect(parts('harm-events', story)).toEqual([]);
});

it('counts merged records once, and each merge', () => {
  const kept = harmed(1).submitted(at('18:00'), 'near_miss');
  const gone = harmed(2)
    .submitted(at('18:00'), 'precursor')
    .fedBack(at('15:00', '03'))
    .merged(at('20:00', '03'), kept.safetyEvent);
  expect(parts('harm-events', kept, gone)).toHaveLength(1);
  expect(parts('staff-feedback', kept, gone)).toEqual([{ feedback: 'given', took: 1 }]);
  expect(parts('pso-submissions', kept, gone)).toHaveLength(2);
  expect(parts('safety-event-turns', kept, gone)).toEqual([{ turn: 'merged' }]);
  gone.unmerged(at('21:00', '03'));
  expect(parts('harm-events', kept, gone)).toHaveLength(2);
  expect(parts('safety-event-turns', kept, gone)).toEqual([]);
});

describe('a concern', () => {
  const submitted = (more: Parameters<ConcernStory['submitted']>[1] = {}) =>
    new ConcernStory(1).submitted(at('15:00'), { language: 'es', ...more });

  it('is counted by what it says and by what came of it', () => {
    const story = submitted({ category: 'fall', stillAtRisk: true });
    const told = { category: 'fall', channel: 'web_form', language: 'es' };
    const still = { conversion: 'not_converted', grievance: 'no_grievance', risk: 'not_acted_on' };
    expect(parts('concerns', story)).toEqual([{ ...told, ...still }]);
    story.acted(at('15:25')).classified(at('16:00'), true).converted(at('17:00'), new Story(1).safetyEvent);
    const then = { conversion: 'converted', grievance: 'grievance', risk: 'acted_on', took: 25 };
    expect(parts('concerns', story)).toEqual([{ ...told, ...then }]);
    expect(parts('concerns', submitted().acted(at('15:25')))).toMatchObject([{ risk: 'not_at_risk' }]);
  });

  it('is none while it is spam, or of a flood', () => {
    expect(parts('concerns', submitted({ quarantine: 'flood' }))).toEqual([]);
    const spam = submitted().spam(at('16:00'));
    expect(parts('concerns', spam)).toEqual([]);
    expect(parts('concern-turns', spam)).toEqual([{ turn: 'spam' }]);
    expect(parts('concerns', spam.cleared(at('17:00')))).toHaveLength(1);
  });

  it('goes on when it is reopened: no withdrawal stands any more', () => {
    const story = submitted().withdrawn(at('16:00'));
    expect(parts('concern-turns', story)).toEqual([{ turn: 'withdrawn' }]);
    expect(parts('concern-turns', story.reopened(at('17:00')))).toEqual([{ turn: 'reopened' }]);
  });
});

it('times the steps of a case, each where it begins; what was withdrawn has none', () => {
  const begun = () => new OutcomeStory(1).reported(at('15:00')).activated(at('15:20'));
  const steps = ['first-talk-times', 'determination-times', 'offer-times', 'resolution-times'] as const;
  const all = (story: OutcomeStory) => steps.map((step) => parts(step, story));
  expect(all(begun())).toEqual([[{}], [{}], [], []]);
  const whole = begun()
    .talked(at('15:45'))
    .determined(at('15:20', '04'), 'undetermined')
    .determined(at('15:20', '06'), 'unreasonable')
    .offered(at('03:20', '08'), ['memorial'], at('15:20', '09'))
    .resolved(at('03:20', '18'));
  expect(all(whole)).toEqual([[{ took: 45 }], [{ took: 4 }], [{ took: 1.5 }], [{ took: 10 }]]);
  expect(all(whole.withdrawn(at('16:00', '20')))).toEqual([[], [], [], []]);
});
