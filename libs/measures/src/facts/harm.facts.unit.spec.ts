import { type Entry, factsOfStory, foldedOver, recordedFrom } from '../views/measure-subjects/history.examples.js';
import { Story } from '../views/measure-subjects/story.examples.js';

/** All times on 2 March 2026, a Monday, in Chicago (UTC-6), unless they say otherwise. */
const at = (time: string, day = '02') => `2026-03-${day}T${time}:00.000Z`;

type Reported = NonNullable<Parameters<Story['reported']>[1]>;

/** Discovered at 15:00 unless it says otherwise, and confirmed with moderate harm the day after. */
const harm = (reportedAt: string, more: Reported = {}, number = 1) =>
  new Story(number)
    .reported(reportedAt, { discoveredAt: { value: at('15:00'), precision: 'minute' }, ...more })
    .triaged(at('15:00', '03'), 'moderate')
    .confirmed(at('16:00', '03'), false);

/** In the order of the stories, whichever was reported first. */
const crp03 = (...stories: readonly Story[]) => {
  const rows = foldedOver(recordedFrom(...stories));
  const facts = stories.flatMap(({ safetyEvent }) => rows.get(safetyEvent)?.facts ?? []);
  return facts.filter(({ measure }) => measure === 'CRP-03');
};

describe('CRP-03, report in 30 minutes of discovery', () => {
  it.each([
    ['15:30', 'met'],
    ['15:31', 'unmet'],
    ['15:00', 'met'],
  ])('reported at %s it is %s', (time, outcome) => {
    expect(crp03(harm(at(time)))).toEqual([
      {
        measure: 'CRP-03',
        people: 'patients',
        anchorAt: at('15:00'),
        month: '2026-03',
        quarter: '2026-Q1',
        dueAt: at('15:30'),
        doneAt: at(time),
        outcome,
        late: false,
        reopened: false,
        positions: [1, 2, 3], // reported, rated, confirmed
      },
    ]);
  });

  it('is of confirmed incidents with harm mild or worse, as it was rated last', () => {
    const unconfirmed = new Story(1).reported(at('15:10'), { harmReported: 'severe' });
    expect(crp03(unconfirmed)).toEqual([]);
    const missed = new Story(1).reported(at('15:10')).triaged(at('15:20'), 'no_harm', 'near_miss');
    expect(crp03(missed.confirmed(at('16:00'), false))).toEqual([]);
    expect(crp03(harm(at('15:10')).assessed(at('17:00', '03'), 'no_harm'))).toEqual([]);
    const raised = harm(at('15:10')).assessed(at('17:00', '03'), 'no_harm').assessed(at('18:00', '03'), 'mild');
    expect(crp03(raised)).toMatchObject([{ outcome: 'met', positions: [1, 3, 5] }]);
    expect(crp03(harm(at('15:10'), { harmed: 'staff' }))).toMatchObject([{ people: 'workforce', outcome: 'met' }]);
    expect(crp03(harm(at('15:10'), { harmed: 'visitor' }))).toMatchObject([{ why: 'no-patient' }]);
  });

  it.each([
    ['staff_hotline', undefined],
    ['ehr_alert', undefined],
    ['chart_trigger', undefined],
    ['patient_portal', 'patient-sourced'],
    ['outreach_rounding', 'patient-sourced'],
    ['complaint', 'patient-sourced'],
    ['regulator', 'outside-sourced'],
    ['claim_notice', 'retrospective'],
  ] as const)('told by %s it is excluded as %s', (source, why) => {
    expect(crp03(harm(at('15:10'), { source }))).toEqual([
      expect.objectContaining(why ? { outcome: 'excluded', why } : { outcome: 'met' }),
    ]);
  });

  it('excludes what a chart told more than 30 days after it happened', () => {
    const of = (days: number) => {
      const value = new Date(Date.parse(at('15:00')) - days * 86_400_000).toISOString();
      return harm(at('15:10'), { source: 'mortality_review', eventAt: { value, precision: 'hour' } });
    };
    expect(crp03(of(30))).toMatchObject([{ outcome: 'met' }]);
    expect(crp03(of(31))).toMatchObject([{ outcome: 'excluded', why: 'retrospective' }]);
  });

  it.each([
    ['exact', 'met'],
    ['minute', 'met'],
    ['hour', 'excluded'],
    ['day', 'excluded'],
    ['estimated', 'excluded'],
  ] as const)('discovered at a time that is known to the %s it is %s', (precision, outcome) => {
    const discoveredAt = { value: at('15:00'), precision };
    const why = outcome === 'excluded' ? { why: 'discovery-imprecise' } : {};
    expect(crp03(harm(at('15:10'), { discoveredAt }))).toMatchObject([{ outcome, ...why }]);
  });

  it('goes by the time as it was corrected, and cites the correction', () => {
    const story = harm(at('15:31')).corrected(at('12:00', '04'), {
      discoveredAt: { value: at('15:05'), precision: 'exact' },
    });
    expect(crp03(story)).toMatchObject([{ outcome: 'met', anchorAt: at('15:05'), positions: [1, 2, 3, 4] }]);
    const vague = harm(at('15:31')).corrected(at('12:00', '04'), {
      discoveredAt: { value: at('15:05'), precision: 'day' },
    });
    expect(crp03(vague)).toMatchObject([{ outcome: 'excluded', why: 'discovery-imprecise' }]);
  });

  it('is late where the report was entered late, not where it was made late', () => {
    const [made] = crp03(harm(at('20:00')));
    expect(made).toMatchObject({ outcome: 'unmet', late: false });
    const story = harm(at('15:10'));
    story.entries[0] = { ...(story.entries[0] as Entry), recordedAt: at('19:11') };
    expect(crp03(story)).toMatchObject([{ outcome: 'met', late: true }]);
  });

  it('is of nothing that was voided', () => {
    expect(crp03(harm(at('15:10')).voided(at('12:00', '04')))).toMatchObject([{ outcome: 'excluded', why: 'voided' }]);
  });
});

describe('what was merged counts once', () => {
  it('from the earliest discovery to the first report of the group', () => {
    const kept = harm(at('15:20'), { discoveredAt: { value: at('14:55'), precision: 'minute' } });
    const gone = harm(at('15:10'), {}, 2).merged(at('12:00', '04'), kept.safetyEvent);
    const [first, second] = crp03(kept, gone);
    expect(first).toMatchObject({ outcome: 'met', anchorAt: at('14:55'), doneAt: at('15:10') });
    expect(second).toMatchObject({ outcome: 'excluded', why: 'merged' });
  });

  it('as what the report of the earliest discovery makes of it', () => {
    const kept = harm(at('15:20'));
    const told = { source: 'patient_phone', discoveredAt: { value: at('10:00'), precision: 'minute' } } as const;
    const gone = harm(at('15:40'), told, 2).merged(at('12:00', '04'), kept.safetyEvent);
    expect(crp03(kept, gone)).toMatchObject([{ outcome: 'excluded', why: 'patient-sourced' }, { why: 'merged' }]);
  });

  it('until it is unmerged: then each has its own history again', () => {
    const kept = harm(at('15:20'));
    const gone = harm(at('15:40'), {}, 2).merged(at('12:00', '04'), kept.safetyEvent).unmerged(at('13:00', '04'));
    expect(crp03(kept, gone)).toMatchObject([{ outcome: 'met' }, { outcome: 'unmet' }]);
  });

  it('through several merges, and as nothing where the last one is void', () => {
    const kept = harm(at('15:50'));
    const middle = harm(at('15:40'), {}, 2).merged(at('12:00', '04'), kept.safetyEvent);
    const gone = harm(at('15:20'), {}, 3).merged(at('11:00', '04'), middle.safetyEvent);
    expect(crp03(kept, middle, gone)).toMatchObject([{ outcome: 'met' }, { why: 'merged' }, { why: 'merged' }]);
    kept.voided(at('14:00', '04'));
    expect(crp03(kept, middle, gone)).toMatchObject([{ why: 'voided' }, { why: 'merged' }, { why: 'merged' }]);
  });

  it('with its cases, by the earliest identification of the group', () => {
    const kept = new Story(1).reported(at('14:00')).identified(at('14:00')).eligible(at('14:10'));
    const gone = new Story(2).reported(at('15:00')).identified(at('15:00')).activated(at('15:10'));
    const before = factsOfStory(kept, gone);
    expect(before.find(({ measure }) => measure === 'CRP-02')).toMatchObject({ outcome: 'met' });
    expect(before.find(({ measure }) => measure === 'CRP-01')).toMatchObject({ outcome: 'unmet' });
    gone.merged(at('16:00'), kept.safetyEvent);
    const after = factsOfStory(kept, gone);
    expect(after.filter(({ measure }) => measure === 'CRP-02')).toMatchObject([
      { outcome: 'unmet', anchorAt: at('14:00'), doneAt: at('15:10') },
    ]);
    expect(after.filter(({ measure }) => measure === 'CRP-01')).toMatchObject([{ outcome: 'met' }]);
  });
});

describe('CRP-01 of what another organization took over', () => {
  const eligible = () => new Story(1).reported(at('15:00')).identified(at('15:05')).eligible(at('15:10'));
  const crp01 = (story: Story) => factsOfStory(story).find(({ measure }) => measure === 'CRP-01');

  it('is excluded where nobody was activated before it accepted', () => {
    expect(crp01(eligible().transferred(at('16:00')))).toMatchObject({ outcome: 'excluded', why: 'transferred' });
    expect(crp01(eligible().activated(at('16:01')).transferred(at('16:00'), at('17:00')))).toMatchObject({
      why: 'transferred',
    });
    expect(crp01(eligible().activated(at('16:00')).transferred(at('16:00')))).toMatchObject({ outcome: 'met' });
  });

  it('counts on where it was redirected, returned or reopened, which is told beside', () => {
    const story = eligible().redirected(at('16:00')).returned(at('17:00')).reopened(at('18:00'));
    expect(crp01(story)).toMatchObject({ outcome: 'unmet', reopened: true });
  });
});
