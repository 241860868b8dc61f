import { deciding } from '#kernel/core/testing';
import {
  agreementSigned,
  allMet,
  apologize,
  apologized,
  billNoted,
  billSent,
  completeReview,
  counselReleased,
  determinedAs,
  disclosedInWriting,
  discloseInWriting,
  noInsurer,
  noInsurerNoted,
  noticeSent,
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
  waive,
  waived,
} from './care.examples.js';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import {
  activate,
  activated,
  allAssessed,
  assess,
  assessed,
  determinationOpened,
  determine,
  disclosed,
  explained,
  holdPlaced,
  holdReleased,
  placeHold,
  releaseHold,
  requested,
  stranger,
} from './resolution-case.examples.js';

const { given } = deciding(resolutionCaseDecider);
const open = [requested, activated] as const;
const talked = [...open, disclosed] as const;
const judging = [...talked, determinationOpened] as const;

const as = (determination: 'reasonable' | 'unreasonable' | 'mixed' | 'undetermined') => ({
  ...determine,
  data: { ...determine.data, determination },
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

  it('is not taken back before it was made, nor once something was offered', () => {
    given(...judging)
      .when(revise)
      .thenRefused('resolution-case/not-determined');
    given(...judging, ...allMet, determinedAs('unreasonable'))
      .when(revise)
      .thenRefused('resolution-case/not-revisable');
  });
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

describe('the bill', () => {
  const during = '2026-03-02T10:30:00.000Z';
  it('that went out while it was held is recorded, also when the hold is over (INV-26)', () => {
    given(...open, holdPlaced)
      .when(billSent(during))
      .then(billNoted(during));
    given(...judging, ...allAssessed, holdPlaced, determinedAs('reasonable'), explained, holdReleased)
      .when(billSent('2026-03-02T09:50:00.000Z'))
      .then(billNoted('2026-03-02T09:50:00.000Z'));
    given(...open, holdPlaced)
      .when(billSent('2026-03-02T09:00:00.000Z'))
      .thenRefused('resolution-case/not-held-then');
    given(...open)
      .when(billSent(during))
      .thenRefused('resolution-case/not-held-then');
  });
  it('is waived once there was a conversation, and once', () => {
    given(...talked, holdPlaced)
      .when(waive)
      .then(waived);
    given(...open, holdPlaced)
      .when(waive)
      .thenRefused('resolution-case/waived-too-early');
    given(...talked, waived)
      .when(waive)
      .thenRefused('resolution-case/waived');
    const free = { ...activate, data: { ...activate.data, billable: 'no' as const } };
    given(requested, { ...activated, data: { ...activated.data, billable: free.data.billable } }, disclosed)
      .when(waive)
      .thenRefused('resolution-case/not-billable');
  });
  it('stays held through a determination that nobody has told the patient of', () => {
    given(...judging, ...allMet, holdPlaced, determinedAs('unreasonable'))
      .when(releaseHold)
      .thenRefused('resolution-case/hold-too-early');
    given(...talked, holdPlaced, holdReleased)
      .when(placeHold)
      .then(holdPlaced);
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
      .when({ ...sendNotice, data: { ...sendNotice.data, items: ['access_to_records'] } })
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
        data: { ...sendNotice.data, pack: { jurisdiction: 'us-co', packVersion: '2019-1', required: [] } },
      })
      .thenRefused('resolution-case/other-pack');
  });
  it('has its disclosure in writing, as often as there is more to say', () => {
    given(...open, pinned)
      .when(discloseInWriting)
      .then(disclosedInWriting);
    given(...open, pinned, disclosedInWriting)
      .when(discloseInWriting)
      .then(disclosedInWriting);
  });
  it('has an agreement where it asks for one, after the notice', () => {
    given(...open, pinned, noticeSent)
      .when(signAgreement)
      .then(agreementSigned);
    given(...open, pinned)
      .when(signAgreement)
      .thenRefused('resolution-case/no-notice');
    given(...open, pinned, noticeSent)
      .when({ ...signAgreement, data: { ...signAgreement.data, asked: false } })
      .thenRefused('resolution-case/no-agreement-asked');
  });
});
