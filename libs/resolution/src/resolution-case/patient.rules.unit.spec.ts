import { deciding } from '#kernel/core/testing';
import {
  afterBirthday,
  assessNeeds,
  birthday,
  but,
  capacityRecorded,
  declineProgram,
  minor,
  mother,
  needsAssessed,
  offerSupport,
  programDeclined,
  recordCapacity,
  recordMinority,
  recordView,
  recordWish,
  supportOffered,
  tomorrow,
  viewRecorded,
  wishRecorded,
} from './people.examples.js';
import { deathNoted, noteDeath, recheckRequired, recorded } from './representative.examples.js';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import {
  activated,
  allAssessed,
  assessed,
  closed,
  determinationOpened,
  disclosed,
  explained,
  holdPlaced,
  liaisonNamed,
  nameLiaison,
  openDetermination,
  placeHold,
  requested,
  resolved,
  stranger,
} from './resolution-case.examples.js';

const { given } = deciding(resolutionCaseDecider);
const open = [requested, activated] as const;
const all = [
  assessNeeds,
  offerSupport,
  recordMinority,
  recordView,
  recordCapacity('lacks'),
  declineProgram,
  recordWish,
] as const;

it.each(all)('is no $type where there is no case of theirs, or it is over', (command) => {
  given().when(command).thenRefused('resolution-case/not-found');
  // nobody is on its team yet
  const code = command.data.role === 'liaison' ? 'not-found' : 'not-activated';
  given(requested).when(command).thenRefused(`resolution-case/${code}`);
  given(...open, resolved, closed)
    .when(command)
    .thenRefused('resolution-case/closed');
  for (const history of [open, [...open, resolved, closed]])
    given(...history)
      .when({ ...command, data: { ...command.data, by: stranger, role: 'liaison' } } as typeof command)
      .thenRefused('resolution-case/not-found');
});

describe('needs', () => {
  it('are asked for, again and again', () => {
    given(...open)
      .when(assessNeeds)
      .then(needsAssessed);
    given(...open, needsAssessed)
      .when(assessNeeds)
      .then(needsAssessed);
  });
  it('were named, or none was', () =>
    given(...open)
      .when(but(assessNeeds, { kinds: ['none_named', 'meals'] }))
      .thenRefused('resolution-case/needs-and-none'));
  it('are met by an offer, of which they take what they want', () => {
    given(...open)
      .when(offerSupport)
      .then(supportOffered);
    given(...open)
      .when(but(offerSupport, { accepted: ['transport'] }))
      .thenRefused('resolution-case/not-offered');
    given(...open)
      .when(but(offerSupport, { kinds: ['none_named'], accepted: [] }))
      .thenRefused('resolution-case/nothing-offered');
  });
});

describe('a minor', () => {
  it('is one until a day that is still to come, and that may be put right', () => {
    given(...open)
      .when(recordMinority)
      .then(minor);
    given(...open)
      .when(but(recordMinority, { at: birthday }))
      .thenRefused('resolution-case/of-age');
    given(...open, minor)
      .when(recordMinority)
      .thenNothing();
    given(...open, minor)
      .when(but(recordMinority, { majorityAt: tomorrow }))
      .then({ ...minor, data: { ...minor.data, majorityAt: tomorrow } });
  });
  it('has a view of their own, as long as they are one', () => {
    given(...open, minor)
      .when(recordView)
      .then(viewRecorded);
    given(...open)
      .when(recordView)
      .thenRefused('resolution-case/not-a-minor');
    given(...open, minor)
      .when(but(recordView, { at: birthday }))
      .thenRefused('resolution-case/not-a-minor');
  });
});

describe('capacity', () => {
  it('that is lost or regained asks anew who decides', () => {
    given(...open)
      .when(recordCapacity('lacks'))
      .then(capacityRecorded('lacks'), recheckRequired('capacity_lost'));
    given(...open, capacityRecorded('lacks'))
      .when(recordCapacity('has'))
      .then(capacityRecorded('has'), recheckRequired('capacity_regained'));
  });
  it('that is as it was asks nothing', () => {
    given(...open)
      .when(recordCapacity('has'))
      .then(capacityRecorded('has'));
    given(...open, capacityRecorded('lacks'))
      .when(recordCapacity('lacks'))
      .then(capacityRecorded('lacks'));
  });
  it('is of the living, and told of the past', () => {
    given(...open, deathNoted)
      .when(recordCapacity('lacks'))
      .thenRefused('resolution-case/patient-died');
    given(...open)
      .when(but(recordCapacity('lacks'), { since: tomorrow }))
      .thenRefused('resolution-case/in-the-future');
  });
});

describe('declining', () => {
  const declined = [...open, disclosed, liaisonNamed, programDeclined] as const;
  const onHold = {
    type: 'CasePlacedOnHold',
    data: { safetyEventId: requested.data.safetyEventId, reason: 'patient_wish', placedBy: stranger },
  } as never;

  it.each([
    ['activated', [...open]],
    ['reviewing', [...open, disclosed]],
    ['determining', [...open, disclosed, determinationOpened, ...allAssessed, assessed('standard', 'met')]],
    ['explained', [...open, disclosed, determinationOpened, explained]],
    ['on_hold', [...open, onHold]],
  ] as const)('the program ends it for the patient, whatever was open: %s', (state, history) => {
    expect(history.reduce(resolutionCaseDecider.evolve, resolutionCaseDecider.initialState).status).toBe(state);
    given(...history)
      .when(declineProgram)
      .then(programDeclined);
  });
  it.each([
    ['declined', declined],
    ['resolved', [...open, resolved]],
  ] as const)('the program is for cases that are open, not one that is %s', (_, history) =>
    given(...history)
      .when(declineProgram)
      .thenRefused('resolution-case/not-open'),
  );
  it('to be told, or the review, leaves the case where it is, and is said once', () => {
    const review = but(declineProgram, { scope: 'review' });
    const said = { ...programDeclined, data: { ...programDeclined.data, scope: 'review' } } as const;
    given(...open, disclosed)
      .when(review)
      .then(said);
    given(...open, disclosed, said)
      .when(openDetermination)
      .then(determinationOpened);
    given(...open, said)
      .when(review)
      .thenNothing();
    given(...open, said)
      .when(but(review, { lasting: 'good' }))
      .then({ ...said, data: { ...said.data, lasting: 'good' } });
    given(...open, resolved)
      .when(review)
      .then(said);
  });
  it('is said by who decides', () => {
    given(...open, minor)
      .when(declineProgram)
      .thenRefused('resolution-case/patient-cannot-decide');
    given(...open, minor, recorded('parent_of_minor'))
      .when(but(declineProgram, { person: mother }))
      .then({ ...programDeclined, data: { ...programDeclined.data, person: mother } });
    given(...open, minor)
      .when(but(declineProgram, { person: mother }))
      .thenRefused('resolution-case/unknown-person');
    given(...open, minor, recorded('parent_of_minor'))
      .when(but(declineProgram, { person: mother, at: afterBirthday }))
      .thenRefused('resolution-case/authority-unclear');
  });
  it('takes from nobody what goes on: liaison, support, a new look, the held bill', () => {
    given(...open, disclosed, programDeclined)
      .when(nameLiaison)
      .then(liaisonNamed);
    given(...declined)
      .when(offerSupport)
      .then(supportOffered);
    given(...declined)
      .when(placeHold)
      .then(holdPlaced);
    given(...declined)
      .when(noteDeath)
      .then(deathNoted, recheckRequired('patient_died'));
  });
});

it('the rhythm in which they want to hear from us is theirs', () => {
  given(...open)
    .when(recordWish)
    .then(wishRecorded);
  const { everyDays: _, ...open_ } = recordWish.data;
  const { everyDays: __, ...asked } = wishRecorded.data;
  given(...open)
    .when({ ...recordWish, data: open_ })
    .then({ ...wishRecorded, data: asked });
});
