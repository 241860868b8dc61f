import { deciding } from '#kernel/core/testing';
import {
  agreementSigned,
  allMet,
  apologize,
  apologized,
  completeReview,
  counselReleased,
  determinedAs,
  disclosedInWriting,
  discloseInWriting,
  noInsurer,
  noInsurerNoted,
  noticeSent,
  pennsylvaniaPinned,
  pin,
  pinned,
  refer,
  referred,
  releaseByCounsel,
  reviewCompleted,
  revise,
  revised,
  sendNotice,
  signAgreement,
} from './care.examples.js';
import { returned, sued } from './course.examples.js';
import { advised, makeOffer } from './offers.examples.js';
import { byRosa, mother } from './people.examples.js';
import { deathNoted, recorded } from './representative.examples.js';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import {
  activated,
  allAssessed,
  assess,
  assessed,
  determinationOpened,
  determine,
  disclosed,
  explain,
  explained,
  openDetermination,
  requested,
  resolved,
  rosa,
  stranger,
} from './resolution-case.examples.js';
import { answer, promise as makePromise } from './talks.examples.js';

const { given } = deciding(resolutionCaseDecider);
const open = [requested, activated] as const;
const talked = [...open, disclosed] as const;
const judging = [...talked, determinationOpened] as const;

const as = (determination: 'reasonable' | 'unreasonable' | 'mixed' | 'undetermined') => ({
  ...determine,
  data: { ...determine.data, determination },
});

describe('a case that came back from outside', () => {
  const away = [...talked, sued, returned] as const;
  it('is judged then, before anything is offered', () => {
    given(...away)
      .when(openDetermination)
      .then(determinationOpened);
    given(...away, advised)
      .when(makeOffer)
      .thenRefused('resolution-case/not-offering');
    given(...judging, ...allMet, determinedAs('unreasonable'), sued, returned)
      .when(openDetermination)
      .thenRefused('resolution-case/determination-opened');
  });
  it('is explained to the patient where its care was reasonable, and resolved so', () => {
    const reasonable = [...judging, ...allAssessed, determinedAs('reasonable'), sued, returned] as const;
    given(...reasonable)
      .when(explain)
      .then(explained);
    given(...reasonable)
      .when({ type: 'ReachResolution', data: { kind: 'explained', ...byRosa } })
      .thenRefused('resolution-case/not-explained');
    given(...reasonable)
      .when(revise)
      .then(revised);
    const told = [...judging, ...allAssessed, determinedAs('reasonable'), explained, sued, returned] as const;
    given(...told)
      .when(explain)
      .thenRefused('resolution-case/already-explained');
    given(...told)
      .when({ type: 'ReachResolution', data: { kind: 'explained', ...byRosa } })
      .then({ ...resolved, data: { ...resolved.data, reachedBy: rosa } });
  });
  it('was spoken of by counsel alone meanwhile: nobody answers, promises or apologizes', () => {
    given(...talked, sued)
      .when(apologize('empathy'))
      .thenRefused('resolution-case/outside');
    given(...talked, sued)
      .when(answer)
      .thenRefused('resolution-case/outside');
    given(...talked, sued)
      .when(makePromise)
      .thenRefused('resolution-case/outside');
  });
});

describe('the care determination', () => {
  const mixed = [assessed('severity', 'undetermined'), assessed('causation', 'met'), assessed('standard', 'met')];

  it.each([
    ['reasonable', allAssessed],
    ['unreasonable', allMet],
    ['mixed', mixed],
    ['undetermined', mixed],
  ] as const)('%s follows from the criteria', (determination, criteria) =>
    given(...judging, ...criteria)
      .when(as(determination))
      .then(determinedAs(determination)),
  );

  it.each([
    ['reasonable', allMet],
    ['reasonable', mixed],
    ['unreasonable', allAssessed],
    ['unreasonable', mixed],
    ['mixed', allMet],
    ['mixed', allAssessed],
  ] as const)('%s does not follow from other criteria', (determination, criteria) =>
    given(...judging, ...criteria)
      .when(as(determination))
      .thenRefused(`resolution-case/not-${determination}`),
  );

  it('is taken back by new facts, and the criteria with it', () => {
    given(...judging, ...allAssessed, determinedAs('reasonable'))
      .when(revise)
      .then(revised);
    given(...judging, ...allAssessed, determinedAs('reasonable'), explained)
      .when(revise)
      .then(revised);
    given(...judging, ...allAssessed, determinedAs('reasonable'), explained, revised)
      .when(as('reasonable'))
      .thenRefused('resolution-case/criterion-missing');
    given(...judging, ...allAssessed, determinedAs('reasonable'), revised)
      .when(assess('standard', 'met'))
      .then(assessed('standard', 'met'));
  });

  it('is not taken back by another one: it is revised, with a reason', () =>
    given(...judging, ...allAssessed, determinedAs('reasonable'))
      .when(as('undetermined'))
      .thenRefused('resolution-case/determined'));

  it('is not taken back before it was made, nor once something was offered', () => {
    given(...judging)
      .when(revise)
      .thenRefused('resolution-case/not-determined');
    given(...judging, ...allMet, determinedAs('unreasonable'))
      .when(revise)
      .thenRefused('resolution-case/not-revisable');
  });
});

describe('reasonable care', () => {
  const found = [...judging, ...allAssessed, determinedAs('reasonable')] as const;
  const told = (changes: Partial<typeof explain.data>) => ({ ...explain, data: { ...explain.data, ...changes } });
  const heard = (data: Partial<typeof explained.data>) => ({ ...explained, data: { ...explained.data, ...data } });
  const guardian = { attendees: ['representative'], persons: [mother] } as const;

  it('is explained to who stands for the patient, as it was recorded before (INV-23)', () => {
    given(...found, recorded('guardianship_order'))
      .when(told(guardian))
      .then(heard(guardian));
    given(...found, recorded('guardianship_order'))
      .when(told({ attendees: ['representative'] }))
      .thenRefused('resolution-case/nobody-told');
    given(...found)
      .when(told(guardian))
      .thenRefused('resolution-case/unknown-person');
  });
  it('is explained to no relative of whom nothing is recorded (INV-23)', () =>
    given(...found)
      .when(told({ attendees: ['patient', 'involved_family'] }))
      .thenRefused('resolution-case/nobody-told'));
  it.each(['in_person', 'letter'] as const)('is not explained to who has died, %s', (mode) => {
    given(...found, deathNoted)
      .when(told({ mode, attendees: mode === 'letter' ? [] : ['patient'] }))
      .thenRefused('resolution-case/nobody-told');
    given(...found, deathNoted, recorded('executor_of_estate'))
      .when(told({ mode, ...guardian }))
      .then(heard({ mode, ...guardian }));
  });
  it('goes to the patient by a letter that names nobody else', () =>
    given(...found)
      .when(told({ mode: 'letter', attendees: [] }))
      .then(heard({ mode: 'letter', attendees: [] })));
});

describe('the insurer', () => {
  it('is told once all criteria are met', () => {
    given(...judging, ...allMet)
      .when(refer)
      .then(referred);
    given(...judging, ...allAssessed)
      .when(refer)
      .thenRefused('resolution-case/criteria-not-met');
    given(...judging, ...allMet, referred)
      .when(refer)
      .thenRefused('resolution-case/insurer-told');
  });
  it('is told of a demand that came, and not of one that did not', () =>
    given(...judging)
      .when({ ...refer, data: { ...refer.data, reason: 'pre_suit_notice' } })
      .thenRefused('resolution-case/no-claim'));
  it('answers what it was asked', () => {
    given(...judging, ...allMet, referred)
      .when(completeReview)
      .then(reviewCompleted);
    given(...judging)
      .when(completeReview)
      .thenRefused('resolution-case/no-referral');
  });
  it.each([refer, completeReview, noInsurer])('is worked with by claims staff of this case alone: $type', (command) => {
    const told = [...judging, ...allMet, ...(command === completeReview ? [referred] : [])];
    const by = (person: string) => ({ ...command, data: { ...command.data, by: person, role: 'claims' } });
    const state = told.reduce(resolutionCaseDecider.evolve, resolutionCaseDecider.initialState);
    expect(resolutionCaseDecider.decide(by(rosa) as typeof command, state)).toHaveLength(1);
    given(...told)
      .when(by(stranger) as typeof command)
      .thenRefused('resolution-case/not-found');
  });
  it('may not be there at all', () => {
    given(...judging)
      .when(noInsurer)
      .then(noInsurerNoted);
    given(...judging, noInsurerNoted)
      .when(noInsurer)
      .thenNothing();
    given(...judging, ...allMet, referred)
      .when(noInsurer)
      .thenRefused('resolution-case/insurer-told');
  });
});

describe('an apology', () => {
  it('of sorrow follows the first conversation', () => {
    given(...talked)
      .when(apologize('empathy'))
      .then(apologized('empathy'));
    given(...open)
      .when(apologize('empathy'))
      .thenRefused('resolution-case/not-disclosed');
  });
  it('takes responsibility where care departed from the standard, or counsel lets it', () => {
    given(...talked)
      .when(apologize('responsibility'))
      .thenRefused('resolution-case/apology-before-determination');
    given(...judging, ...allMet, determinedAs('unreasonable'))
      .when(apologize('responsibility'))
      .then(apologized('responsibility'));
    given(...talked)
      .when(releaseByCounsel)
      .then(counselReleased);
    given(...talked, counselReleased)
      .when(releaseByCounsel)
      .thenNothing();
    given(...talked, counselReleased)
      .when(apologize('responsibility'))
      .then(apologized('responsibility'));
  });
  it('is not given by a liaison of another case', () => {
    const { data } = apologize('empathy');
    given(...talked)
      .when({ type: 'GiveApology', data: { ...data, by: stranger } })
      .thenRefused('resolution-case/not-found');
  });
});

describe('the law of the place', () => {
  it('is pinned once', () => {
    given(...open)
      .when(pin)
      .then(pinned);
    given(...open, pinned)
      .when({ ...pin, data: { ...pin.data, packVersion: '2030-1' } })
      .thenNothing();
  });
  it('has a notice that says all that it asks for, once', () => {
    given(...open, pinned)
      .when(sendNotice)
      .then(noticeSent);
    given(...open, pinned)
      .when({ ...sendNotice, data: { ...sendNotice.data, items: ['patient_rights'] } })
      .thenRefused('resolution-case/notice-items-missing');
    given(...open, pinned, noticeSent)
      .when(sendNotice)
      .thenRefused('resolution-case/notice-sent');
  });
  it('has no notice where its pack has none, nor by another pack', () => {
    given(...open)
      .when(sendNotice)
      .thenRefused('resolution-case/no-such-notice');
    given(...open, pinned)
      .when({ ...sendNotice, data: { ...sendNotice.data, pack: { jurisdiction: 'us-pa', packVersion: '2002-1' } } })
      .thenRefused('resolution-case/no-such-notice');
    given(...open, pinned)
      .when({
        ...sendNotice,
        data: { ...sendNotice.data, pack: { jurisdiction: 'us-ia', packVersion: '2020-1', required: [] } },
      })
      .thenRefused('resolution-case/other-pack');
  });
  it('has its disclosure in writing, as often as there is more to say', () => {
    given(...open, pennsylvaniaPinned)
      .when(discloseInWriting)
      .then(disclosedInWriting);
    given(...open, pennsylvaniaPinned)
      .when({ ...discloseInWriting, data: { ...discloseInWriting.data, items: ['what_happened'] } })
      .thenRefused('resolution-case/notice-items-missing');
    given(...open, pennsylvaniaPinned, disclosedInWriting)
      .when(discloseInWriting)
      .then(disclosedInWriting);
  });
  it('has an agreement where it asks for one, after the notice', () => {
    given(...open, pinned, noticeSent)
      .when(signAgreement)
      .then(agreementSigned);
    given(...open, pinned, noticeSent, agreementSigned)
      .when(signAgreement)
      .thenRefused('resolution-case/agreement-signed');
    given(...open, pinned)
      .when(signAgreement)
      .thenRefused('resolution-case/no-notice');
    given(...open, pinned, noticeSent)
      .when({ ...signAgreement, data: { ...signAgreement.data, asked: false } })
      .thenRefused('resolution-case/no-agreement-asked');
  });
});
