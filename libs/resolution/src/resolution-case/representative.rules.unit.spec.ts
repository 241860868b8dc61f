import { deciding } from '#kernel/core/testing';
import { checkDecides, checkSettles } from './authority.rules.js';
import type { AuthorityBasis } from './people.codes.js';
import { afterBirthday, birthday, brother, but, capacityRecorded, minor, mother, ten } from './people.examples.js';
import {
  conflict,
  deathNoted,
  end,
  ended,
  noteDeath,
  noteMajority,
  recheck,
  rechecked,
  recheckRequired,
  record,
  recordConflict,
  recorded,
  settleConflict,
  settled,
} from './representative.examples.js';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import { activated, closed, requested, resolved, stranger, withdrawn } from './resolution-case.examples.js';
import { active } from './resolution-case.rules.js';

const { given } = deciding(resolutionCaseDecider);
const open = [requested, activated] as const;
const suspected = { ...ended, data: { ...ended.data, reason: 'suspected_cause_of_harm' } } as const;
const representativeEnded = recheckRequired('representative_ended');

const peopleAfter = (...history: readonly ResolutionCaseFact[]) =>
  active(history.reduce(resolutionCaseDecider.evolve, resolutionCaseDecider.initialState)).people;

describe('a representative', () => {
  it('is recorded with what their authority rests on', () => {
    given(...open)
      .when(record('guardianship_order'))
      .then(recorded('guardianship_order'));
    given(...open)
      .when(record('court_order'))
      .then(recorded('court_order'));
  });
  it('may be told more of, by the id that they have', () => {
    const unverified = { ...recorded('next_of_kin'), data: { ...recorded('next_of_kin').data, verified: false } };
    given(...open, unverified)
      .when(but(record('next_of_kin', brother), { person: mother }))
      .then(recorded('next_of_kin'));
    given(...open)
      .when(but(record('next_of_kin'), { person: mother }))
      .thenRefused('resolution-case/unknown-person');
    given(...open, recorded('next_of_kin'), ended)
      .when(but(record('next_of_kin', brother), { person: mother }))
      .then(recorded('next_of_kin'));
  });
  it('settles only where they decide and were verified', () => {
    given(...open)
      .when(but(record('guardianship_order'), { verified: false }))
      .thenRefused('resolution-case/no-settlement-authority');
    given(...open)
      .when(but(record('guardianship_order'), { authority: 'involved' }))
      .thenRefused('resolution-case/no-settlement-authority');
  });
  it.each(['executor_of_estate', 'administrator_of_estate'] as const)(
    'of an estate comes after the death: %s',
    (basis) => {
      given(...open)
        .when(record(basis))
        .thenRefused('resolution-case/patient-lives');
      given(...open, deathNoted)
        .when(record(basis))
        .then(recorded(basis));
    },
  );
  it('is a parent only of a minor', () => {
    given(...open)
      .when(record('parent_of_minor'))
      .thenRefused('resolution-case/not-a-minor');
    given(...open, minor)
      .when(record('parent_of_minor'))
      .then(recorded('parent_of_minor'));
    given(...open, minor)
      .when(but(record('parent_of_minor'), { at: birthday }))
      .thenRefused('resolution-case/not-a-minor');
  });
  it('does not decide because the patient did not object to them', () =>
    given(...open)
      .when(but(record('patient_did_not_object'), { maySettle: false }))
      .thenRefused('resolution-case/basis-involves'));
  it('who decided and does no longer is followed by a new look', () => {
    given(...open, recorded('guardianship_order'))
      .when(end)
      .then(ended, representativeEnded);
    given(...open, recorded('guardianship_order'))
      .when(but(record('guardianship_order', brother), { person: mother, verified: false, maySettle: false }))
      .then(
        {
          ...recorded('guardianship_order'),
          data: { ...recorded('guardianship_order').data, verified: false, maySettle: false },
        },
        representativeEnded,
      );
  });
  it('who only heard ends without one', () => {
    const heard = {
      ...recorded('next_of_kin'),
      data: { ...recorded('next_of_kin').data, authority: 'involved', maySettle: false },
    } as const;
    given(...open, heard)
      .when(end)
      .then(ended);
  });
  it('ends once', () => {
    given(...open)
      .when(end)
      .thenRefused('resolution-case/unknown-person');
    given(...open, recorded('court_order'), ended)
      .when(end)
      .thenRefused('resolution-case/unknown-person');
  });
  it('who is suspected of the harm is never recorded again', () => {
    given(...open, recorded('guardianship_order'))
      .when(but(end, { reason: 'suspected_cause_of_harm' }))
      .then(suspected, representativeEnded);
    given(...open, recorded('guardianship_order'), suspected)
      .when(but(record('guardianship_order', brother), { person: mother }))
      .thenRefused('resolution-case/suspected-of-harm');
    given(...open, recorded('guardianship_order'), suspected)
      .when(record('guardianship_order'))
      .thenRefused('resolution-case/suspected-of-harm');
  });
});

describe('a patient’s death', () => {
  it('is noted once, and asks anew who decides', () => {
    given(requested).when(noteDeath).then(deathNoted, recheckRequired('patient_died'));
    given(...open)
      .when(noteDeath)
      .then(deathNoted, recheckRequired('patient_died'));
    given(...open, resolved, closed)
      .when(noteDeath)
      .then(deathNoted, recheckRequired('patient_died'));
    given(...open, deathNoted)
      .when(noteDeath)
      .thenNothing();
  });
  it('of another patient, or where there is no case, is none', () => {
    given(...open)
      .when(but(noteDeath, { patient: stranger }))
      .thenNothing();
    given().when(noteDeath).thenNothing();
    given(requested, withdrawn).when(noteDeath).thenNothing();
  });
  it('that was known before the team came is known to it', () =>
    given(requested, deathNoted, recheckRequired('patient_died'), activated)
      .when(recheck())
      .thenRefused('resolution-case/patient-cannot-decide'));
});

describe('a new look at who decides', () => {
  it('is asked for once when a minor has come of age, and not before', () => {
    const grown = { ...minor, data: { ...minor.data, majorityAt: noteMajority.data.at } };
    given(...open, grown)
      .when(noteMajority)
      .then(recheckRequired('majority_reached'));
    given(...open, grown, recheckRequired('patient_died'))
      .when(noteMajority)
      .then(recheckRequired('majority_reached'));
    given(...open, grown, recheckRequired('majority_reached'))
      .when(noteMajority)
      .thenNothing();
    given(...open, grown, rechecked())
      .when(noteMajority)
      .thenNothing();
    for (const history of [[], open, [...open, minor]])
      given(...history)
        .when(noteMajority)
        .thenNothing();
  });
  it('finds the patient, where they can decide', () => {
    given(...open)
      .when(recheck())
      .then(rechecked());
    given(...open, capacityRecorded('lacks'))
      .when(recheck())
      .thenRefused('resolution-case/patient-cannot-decide');
    given(...open, minor)
      .when(recheck())
      .thenRefused('resolution-case/patient-cannot-decide');
    given(...open, minor)
      .when(recheck(undefined, birthday))
      .then(rechecked(undefined, birthday));
    given(...open, deathNoted)
      .when(recheck())
      .thenRefused('resolution-case/patient-cannot-decide');
  });
  it('finds somebody recorded and verified who stands for them then', () => {
    const lacking = [...open, capacityRecorded('lacks')] as const;
    given(...lacking, recorded('health_care_proxy'))
      .when(recheck(mother))
      .then(rechecked(mother));
    given(...lacking)
      .when(recheck(mother))
      .thenRefused('resolution-case/unknown-person');
    const { data } = recorded('health_care_proxy');
    given(...lacking, { ...recorded('health_care_proxy'), data: { ...data, verified: false } })
      .when(recheck(mother))
      .thenRefused('resolution-case/no-authority');
    given(...lacking, { ...recorded('health_care_proxy'), data: { ...data, authority: 'involved' } })
      .when(recheck(mother))
      .thenRefused('resolution-case/no-authority');
  });
  it.each(['health_care_proxy', 'next_of_kin'] as const)(
    'finds nobody who only stands in while the patient can decide: %s',
    (basis) =>
      given(...open, recorded(basis))
        .when(recheck(mother))
        .thenRefused('resolution-case/no-authority'),
  );
  it.each<[AuthorityBasis, boolean]>([
    ['executor_of_estate', true],
    ['administrator_of_estate', true],
    ['court_order', true],
    ['guardianship_order', false],
    ['next_of_kin', false],
    ['patient_named_them', false],
    ['health_care_proxy', false],
  ])('after the death finds who stands for the estate: %s %s', (basis, does) => {
    given(...open, recorded(basis), deathNoted)
      .when(recheck(mother))
      .thenRefused('resolution-case/no-authority'); // whoever it was while the patient lived
    const dead = given(...open, deathNoted, recorded(basis)).when(recheck(mother));
    if (does) dead.then(rechecked(mother));
    else dead.thenRefused('resolution-case/no-authority');
  });
  it('after which others than whom it found do not decide', () => {
    const people = peopleAfter(
      ...open,
      deathNoted,
      recorded('executor_of_estate'),
      recorded('administrator_of_estate', brother),
      rechecked(mother),
    );
    expect(() => checkSettles(people, mother, ten)).not.toThrow();
    expect(() => checkDecides(people, brother, ten)).toThrow(
      expect.objectContaining({ code: 'resolution-case/another-decides' }),
    );
  });
  it('after which nobody decides for a patient whom it found to decide for themselves', () => {
    const people = peopleAfter(...open, recorded('guardianship_order'), rechecked());
    expect(() => checkSettles(people, mother, ten)).toThrow(
      expect.objectContaining({ code: 'resolution-case/another-decides' }),
    );
    expect(() => checkSettles(people, undefined, ten)).not.toThrow();
  });
  it('is needed where several stand for the patient and nobody has said who of them decides', () => {
    const several = [...open, recorded('guardianship_order'), recorded('court_order', brother)] as const;
    const unclear = expect.objectContaining({ code: 'resolution-case/authority-unclear' });
    expect(() => checkSettles(peopleAfter(...several), mother, ten)).toThrow(unclear);
    expect(() => checkSettles(peopleAfter(...several), brother, ten)).toThrow(unclear);
    expect(() => checkSettles(peopleAfter(...several, rechecked(brother)), brother, ten)).not.toThrow();
  });
  it('is needed when the patient comes of age, for all but the patient', () => {
    const minority = [...open, minor, recorded('guardianship_order')] as const;
    const unclear = expect.objectContaining({ code: 'resolution-case/authority-unclear' });
    expect(() => checkDecides(peopleAfter(...minority), mother, ten)).not.toThrow();
    expect(() => checkDecides(peopleAfter(...minority, rechecked(mother)), mother, birthday)).toThrow(unclear);
    expect(() => checkDecides(peopleAfter(...minority), undefined, birthday)).not.toThrow();
    const anew = peopleAfter(...minority, rechecked(mother, afterBirthday));
    expect(() => checkDecides(anew, mother, afterBirthday)).not.toThrow();
  });
});

describe('relatives who disagree', () => {
  const torn = [...open, recorded('guardianship_order'), conflict, recheckRequired('relatives_disagree')] as const;
  it('are on record once, and settled once', () => {
    given(...open)
      .when(recordConflict)
      .then(conflict, recheckRequired('relatives_disagree'));
    given(...torn)
      .when(recordConflict)
      .thenRefused('resolution-case/relatives-disagree');
    given(...torn)
      .when(settleConflict)
      .then(settled);
    given(...torn, settled)
      .when(settleConflict)
      .thenRefused('resolution-case/no-conflict');
    given(...open)
      .when(settleConflict)
      .thenRefused('resolution-case/no-conflict');
  });
  it('leave the decision to the patient, or to whom is found once it is settled', () => {
    given(...torn)
      .when(recheck())
      .then(rechecked());
    given(...torn)
      .when(recheck(mother))
      .thenRefused('resolution-case/relatives-disagree');
    given(...torn, settled)
      .when(recheck(mother))
      .then(rechecked(mother));
  });
});

it.each([record('court_order'), end, recheck(), recordConflict, settleConflict])(
  'takes no $type where there is no team, or the case is over',
  (command) => {
    given().when(command).thenRefused('resolution-case/not-found');
    // nobody is on its team yet
    const code = command.data.role === 'liaison' ? 'not-found' : 'not-activated';
    given(requested).when(command).thenRefused(`resolution-case/${code}`);
    given(...open, resolved, closed)
      .when(command)
      .thenRefused('resolution-case/closed');
  },
);

it.each([record('court_order'), end])('takes no $type from a liaison of another case', (command) =>
  given(...open, recorded('court_order'))
    .when({ ...command, data: { ...command.data, by: stranger } } as typeof command)
    .thenRefused('resolution-case/not-found'),
);
