import { ConcernStory } from '../views/measure-subjects/concern-story.examples.js';
import { factsOfStory } from '../views/measure-subjects/history.examples.js';

/** All times in March 2026 in Chicago (UTC-6), on the 2nd, a Monday, unless they say otherwise. */
const at = (time: string, day = '02') => `2026-03-${day}T${time}:00.000Z`;

const factsFor = (measure: 'PC-01' | 'PC-02', ...stories: readonly ConcernStory[]) =>
  factsOfStory(...stories).filter((one) => one.measure === measure);

const submitted = (more: Parameters<ConcernStory['submitted']>[1] = {}, number = 1) =>
  new ConcernStory(number).submitted(at('15:00'), more);

describe('PC-01, acknowledged within 2 business days of submission', () => {
  // submitted on Monday, so due when Wednesday ends in Chicago: 4 March 23:59:59.999 is 05:59:59.999 UTC on the 5th
  it.each([
    ['2026-03-05T05:59:59.999Z', 'met'],
    ['2026-03-05T06:00:00.000Z', 'unmet'],
  ])('by a person at %s it is %s', (time, outcome) => {
    expect(factsFor('PC-01', submitted().acknowledged(time))).toEqual([
      {
        measure: 'PC-01',
        people: 'patients',
        anchorAt: at('15:00'),
        month: '2026-03',
        quarter: '2026-Q1',
        dueAt: '2026-03-05T05:59:59.999Z',
        doneAt: time,
        outcome,
        late: false,
        reopened: false,
        positions: [1, 2],
      },
    ]);
  });

  it('not by a receipt, and by the first person who says so', () => {
    expect(factsFor('PC-01', submitted().acknowledged(at('16:00'), false))).toMatchObject([{ outcome: 'unmet' }]);
    const again = submitted().acknowledged(at('16:00', '10')).acknowledged(at('16:00'), true, at('16:00', '11'));
    expect(factsFor('PC-01', again)).toMatchObject([{ outcome: 'met', doneAt: at('16:00'), late: true }]);
  });

  it('excludes whom nobody can reach, spam, floods, and what was merged', () => {
    const why = (story: ConcernStory) => factsFor('PC-01', story).map((one) => one.why ?? one.outcome);
    expect(why(submitted({ reachable: false, anonymous: true }))).toEqual(['unreachable']);
    expect(why(submitted({ anonymous: true }))).toEqual(['unmet']); // a tracking code is a mailbox
    expect(why(submitted().spam(at('16:00')))).toEqual(['spam']);
    expect(why(submitted().spam(at('16:00')).cleared(at('17:00')))).toEqual(['unmet']);
    expect(why(submitted({ quarantine: 'flood' }))).toEqual(['quarantined']);
    expect(why(submitted({ quarantine: 'flood' }).cleared(at('17:00')))).toEqual(['unmet']);
    expect(why(submitted({ quarantine: 'flood' }).cleared(at('17:00')).spam(at('18:00')))).toEqual(['spam']);
  });

  it('counts merged concerns once: from the first submission to the first acknowledgement of any', () => {
    const kept = new ConcernStory(1).submitted(at('15:00', '04')).acknowledged(at('15:00', '05'));
    const gone = submitted({}, 2).merged(at('16:00', '04'), kept.concern);
    // submitted on Monday by the other one, so Thursday is too late
    expect(factsFor('PC-01', kept, gone)).toMatchObject([
      { outcome: 'excluded', why: 'merged' },
      { outcome: 'unmet', anchorAt: at('15:00'), doneAt: at('15:00', '05') },
    ]);
  });

  it('has its first result though it is reopened, which is told beside', () => {
    const story = submitted().acknowledged(at('16:00')).reopened(at('16:00', '20'));
    expect(factsFor('PC-01', story)).toMatchObject([{ outcome: 'met', reopened: true }]);
  });
});

describe('PC-02, a grievance answered within 7 calendar days of receipt', () => {
  const grievance = () => submitted().classified(at('16:00'), true);

  // received on Monday 2 March; the clocks go forward on Sunday the 8th, so the 9th ends at UTC-5
  it.each([
    ['2026-03-10T04:59:59.999Z', 'met'],
    ['2026-03-10T05:00:00.000Z', 'unmet'],
  ])('in writing at %s it is %s', (time, outcome) => {
    expect(factsFor('PC-02', grievance().responded(time))).toMatchObject([
      { anchorAt: at('15:00'), dueAt: '2026-03-10T04:59:59.999Z', doneAt: time, outcome, positions: [1, 2, 3] },
    ]);
  });

  it('is not answered by word of mouth', () => {
    expect(factsFor('PC-02', grievance().responded(at('16:00'), false))).toMatchObject([{ outcome: 'unmet' }]);
  });

  it('is of what is a grievance by the last word, from when it was received, however late that was found', () => {
    expect(factsFor('PC-02', submitted())).toEqual([]);
    expect(factsFor('PC-02', grievance().classified(at('17:00'), false))).toEqual([]);
    const letter = submitted({ receivedAt: '2026-02-27T15:00:00.000Z' }).classified(at('16:00', '30'), true);
    expect(factsFor('PC-02', letter)).toMatchObject([
      { month: '2026-02', dueAt: '2026-03-07T05:59:59.999Z', outcome: 'unmet', late: true },
    ]);
  });

  it.each([
    ['letter', at('12:00', '09'), 'exception'],
    ['email', at('12:00', '09'), 'exception'],
    ['phone', at('12:00', '09'), 'unmet'],
    ['letter', at('12:00', '10'), 'unmet'],
  ] as const)('excepts a notice of delay by %s, sent at %s: %s', (channel, time, outcome) => {
    expect(factsFor('PC-02', grievance().delayed(time, channel))).toMatchObject([{ outcome }]);
  });

  it('excepts a notice from when it was recorded, and one who was answered in time was answered', () => {
    const late = grievance().delayed(at('12:00', '09'), 'letter', at('12:00', '11'));
    expect(factsFor('PC-02', late)).toMatchObject([{ outcome: 'unmet' }]);
    const both = grievance().delayed(at('12:00', '05')).responded(at('12:00', '08'));
    expect(factsFor('PC-02', both)).toMatchObject([{ outcome: 'met' }]);
  });

  it('stays as it was when it is reopened and answered again', () => {
    const again = grievance().responded(at('12:00', '05')).reopened(at('12:00', '20')).responded(at('12:00', '25'));
    expect(factsFor('PC-02', again)).toMatchObject([{ outcome: 'met', doneAt: at('12:00', '05'), reopened: true }]);
  });
});
