import type { MeasureId } from '../measure-snapshot/measure.codes.js';
import { type Entry, factsOfStory } from '../views/measure-subjects/history.examples.js';
import { OutcomeStory as Story } from '../views/measure-subjects/outcome-story.examples.js';

/** All times at 16:00 UTC, 10:00 in Chicago, some days after 2 March 2026, a Monday. */
const day = (days: number, time = '16:00:00.000'): string =>
  `${new Date(Date.parse('2026-03-02T12:00:00Z') + days * 86_400_000).toISOString().slice(0, 10)}T${time}Z`;

const factFor = (measure: MeasureId, story: { readonly entries: readonly Entry[] }) => {
  const [fact, ...more] = factsOfStory(story).filter((one) => one.measure === measure);
  expect(more).toEqual([]);
  return fact;
};
const outcomeOf = (measure: MeasureId, story: Story) => factFor(measure, story)?.outcome;

const activated = () => new Story(1).reported(day(-1)).identified(day(-1)).activated(day(0));
const talked = () => activated().talked(day(0, '17:00:00.000'));

describe('CRP-04, first communication made', () => {
  it('fails until they were talked with, and is met by any first talk: it has no limit', () => {
    expect(factFor('CRP-04', activated())).toMatchObject({ anchorAt: day(0), outcome: 'unmet' });
    expect(factFor('CRP-04', activated())).not.toHaveProperty('dueAt');
    expect(outcomeOf('CRP-04', activated().talked(day(90)))).toBe('met');
  });

  it.each(['declined', 'unreachable'] as const)(
    'is excepted where they were %s, until they were talked with',
    (kind) => {
      const untold = activated().unable(day(40), day(40), kind);
      expect(factFor('CRP-04', untold)).toMatchObject({ outcome: 'exception', why: kind });
      expect(outcomeOf('CRP-04', untold.talked(day(60)))).toBe('met');
    },
  );

  it('is not excepted where the patient was unable: they may be talked with later', () =>
    expect(outcomeOf('CRP-04', activated().unable(day(1)))).toBe('unmet'));

  it('does not count what was withdrawn', () =>
    expect(factFor('CRP-04', activated().withdrawn(day(1)))).toMatchObject({ outcome: 'excluded', why: 'withdrawn' }));
});

describe('CRP-06, liaison named', () => {
  it('counts cases with a first talk, from then', () => {
    expect(factFor('CRP-06', activated().liaisonNamed(day(0)))).toBeUndefined();
    expect(factFor('CRP-06', talked())).toMatchObject({ anchorAt: day(0, '17:00:00.000'), outcome: 'unmet' });
  });

  it('is met by a liaison who can be reached by the time of the talk, also by one that was named later in place of another', () => {
    expect(outcomeOf('CRP-06', talked().liaisonNamed(day(0, '17:00:00.000')))).toBe('met');
    expect(outcomeOf('CRP-06', talked().liaisonNamed(day(0, '17:00:00.001')))).toBe('unmet');
    expect(outcomeOf('CRP-06', talked().liaisonNamed(day(0), false))).toBe('unmet');
    expect(outcomeOf('CRP-06', talked().liaisonNamed(day(0), false).liaisonChanged(day(0)))).toBe('met');
  });
});

describe('CRP-07, contact kept', () => {
  const end = (story: Story) => story.findingsTold(day(30));

  it('has no fact before findings were told or the case was closed, and goes by the first of both', () => {
    expect(factFor('CRP-07', talked())).toBeUndefined();
    expect(factFor('CRP-07', activated().closed(day(30)))).toBeUndefined();
    expect(factFor('CRP-07', talked().closed(day(40)).findingsTold(day(30)))).toMatchObject({ anchorAt: day(30) });
    expect(factFor('CRP-07', talked().closed(day(20)))).toMatchObject({ anchorAt: day(20), quarter: '2026-Q1' });
  });

  it('is met where no two contacts are more than 14 local days apart, to the end of the last', () => {
    // talked on 2 March; 16 March ends in Chicago at 05:00 UTC of the 17th
    expect(outcomeOf('CRP-07', end(talked().talkedAgain(day(15, '04:59:59.999')).answered(day(28))))).toBe('met');
    expect(outcomeOf('CRP-07', end(talked().talkedAgain(day(15, '05:00:00.000')).answered(day(28))))).toBe('unmet');
    expect(outcomeOf('CRP-07', end(talked()))).toBe('unmet');
  });

  it.each(['talkedAgain', 'answered', 'explained'] as const)(
    'takes %s for a contact, whenever it is entered',
    (kind) => {
      const story = talked().talkedAgain(day(14));
      expect(outcomeOf('CRP-07', end(story))).toBe('unmet');
      expect(factFor('CRP-07', end(story)[kind](day(20), day(25)))).toMatchObject({ outcome: 'met', late: true });
    },
  );

  it('goes by the rhythm that they ask for, from when they do', () => {
    expect(outcomeOf('CRP-07', end(talked().wished(day(1), 30)))).toBe('met');
    expect(outcomeOf('CRP-07', end(talked().wished(day(1))))).toBe('met');
    expect(outcomeOf('CRP-07', end(talked().wished(day(20), 30)))).toBe('unmet'); // it was late before they asked
    const often = talked().wished(day(1), 7).talkedAgain(day(10)).talkedAgain(day(20));
    expect(outcomeOf('CRP-07', end(often))).toBe('unmet');
  });

  it('does not count what took less than 14 days', () => {
    expect(factFor('CRP-07', talked().closed(day(13)))).toMatchObject({ outcome: 'excluded', why: 'short' });
    expect(outcomeOf('CRP-07', talked().closed(day(14, '17:00:00.000')))).toBe('met');
  });
});

describe('RES-05, time to resolution', () => {
  // activated on 2 March, so due when 29 August ends in Chicago
  it('is due after 180 local days', () => {
    expect(factFor('RES-05', activated())).toMatchObject({
      anchorAt: day(0),
      dueAt: '2026-08-30T04:59:59.999Z',
      outcome: 'unmet',
    });
    expect(factFor('RES-05', activated().resolved(day(180)))).toMatchObject({ outcome: 'met', doneAt: day(180) });
    expect(outcomeOf('RES-05', activated().resolved(day(181)))).toBe('unmet');
  });

  it('leaves out the days of a pause that the patient asked for, and of no other', () => {
    const paused = activated().paused(day(10), 'patient_wish').resumed(day(20));
    expect(factFor('RES-05', paused)).toMatchObject({ dueAt: '2026-09-09T04:59:59.999Z' });
    expect(outcomeOf('RES-05', paused.resolved(day(190)))).toBe('met');
    const otherwise = activated().paused(day(10), 'treatment').resumed(day(20));
    expect(factFor('RES-05', otherwise)).toMatchObject({ dueAt: '2026-08-30T04:59:59.999Z' });
  });

  it('is excepted while it stands still, where that was by the limit', () => {
    expect(factFor('RES-05', activated().paused(day(10), 'patient_wish'))).toMatchObject({
      outcome: 'exception',
      why: 'on-hold',
    });
    expect(outcomeOf('RES-05', activated().paused(day(181), 'patient_wish'))).toBe('unmet');
  });

  it('goes by the first resolution, whatever is opened again', () =>
    expect(factFor('RES-05', activated().resolved(day(50)).resolved(day(300)))).toMatchObject({ doneAt: day(50) }));
});

describe('RES-06, claim or suit after the program', () => {
  it('is a claim or a suit within 12 months, which counts once they have passed', () => {
    const [claimed, sued] = [activated().claimed(day(90)), activated().sued(day(90))];
    for (const story of [claimed, sued])
      expect(factFor('RES-06', story)).toMatchObject({
        anchorAt: day(0),
        dueAt: '2027-03-03T05:59:59.999Z',
        outcome: 'met',
        waits: true,
      });
    expect(factFor('RES-06', activated())).toMatchObject({ outcome: 'unmet', waits: true });
    expect(outcomeOf('RES-06', activated().claimed(day(366)))).toBe('unmet');
    expect(factFor('RES-06', activated().sued(day(100)).claimed(day(90)))).toMatchObject({ doneAt: day(90) });
  });

  it('does not count what began with a claim', () => {
    const story = new Story(1).reported(day(-1), { source: 'claim_notice' }).activated(day(0)).claimed(day(10));
    expect(factFor('RES-06', story)).toMatchObject({ outcome: 'excluded', why: 'started-by-claim' });
  });
});

describe('CRP-10, support offered to those who were involved', () => {
  it('counts each of them where there is a case, within 24 hours', () => {
    const owed = activated().supportOwed(day(0));
    expect(factFor('CRP-10', owed)).toEqual({
      measure: 'CRP-10',
      people: 'patients',
      anchorAt: day(0),
      month: '2026-03',
      quarter: '2026-Q1',
      dueAt: day(1),
      outcome: 'unmet',
      late: false,
      reopened: false,
      positions: [], // it leads to no event, and to no case
    });
    expect(outcomeOf('CRP-10', owed.supportOffered(day(1)))).toBe('met');
    expect(outcomeOf('CRP-10', activated().supportOwed(day(0)).supportOffered(day(1, '16:00:00.001')))).toBe('unmet');
  });

  it('goes by the first offer, though it is entered last', () => {
    const story = activated().supportOwed(day(0)).supportOffered(day(3)).supportOffered(day(0), day(4));
    expect(factFor('CRP-10', story)).toMatchObject({ outcome: 'met', doneAt: day(0) });
  });

  it('is of cases only, and not of who is of another facility or was not involved', () => {
    expect(factFor('CRP-10', new Story(1).reported(day(0)).supportOwed(day(0)))).toBeUndefined();
    expect(factFor('CRP-10', activated().withdrawn(day(1)).supportOwed(day(0)))).toBeUndefined();
    expect(factFor('CRP-10', activated().supportOwed(day(0), 'not_of_this_facility'))).toMatchObject({
      outcome: 'excluded',
      why: 'not-of-this-facility',
    });
    const wrong = activated().supportOwed(day(0)).supportEnded(day(1), 'entered_in_error');
    expect(factFor('CRP-10', wrong)).toMatchObject({ outcome: 'excluded', why: 'entered-in-error' });
    expect(outcomeOf('CRP-10', activated().supportOwed(day(0)).supportEnded(day(1)))).toBe('unmet');
    expect(outcomeOf('CRP-10', activated().supportOwed(day(0), 'contractor').supportOffered(day(0)))).toBe('met');
  });

  it('does not count what was voided', () =>
    expect(outcomeOf('CRP-10', activated().supportOwed(day(0)).voided(day(2)))).toBe('excluded'));
});
