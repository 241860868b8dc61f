import { secret } from '#kernel/core';
import { deciding } from '#kernel/core/testing';
import { counselReleased } from './care.examples.js';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import {
  activated,
  closed,
  disclose,
  disclosed,
  leo,
  requested,
  resolved,
  stranger,
} from './resolution-case.examples.js';
import {
  afternoon,
  answer,
  answered,
  ask,
  asked,
  declineFindings,
  document,
  documented,
  findingsDeclined,
  findingsShared,
  followedUp,
  followUp,
  handOverPromise,
  keep,
  kept,
  promise,
  promised,
  promiseHandedOver,
  shareFindings,
  wet,
} from './talks.examples.js';

const { given } = deciding(resolutionCaseDecider);
const open = [requested, activated] as const;
const talked = [...open, disclosed] as const;

const first = (different: Partial<typeof disclose.data>) => ({ ...disclose, data: { ...disclose.data, ...different } });

const suit = {
  type: 'SuitFiled',
  data: { safetyEventId: disclosed.data.safetyEventId, filedAt: afternoon, recordedBy: leo },
} as const;

describe('a conversation', () => {
  it('raises what they ask and are promised, each to be brought to its end', () =>
    given(...open)
      .when(
        first({
          questions: [{ question: ask.data.question, text: ask.data.text }],
          promises: [{ promise: promise.data.promise, text: promise.data.text, owner: leo, dueAt: promise.data.dueAt }],
        }),
      )
      .then(
        disclosed,
        { ...asked, data: { ...asked.data, askedAt: disclosed.data.heldAt } },
        { ...promised, data: { ...promised.data, madeAt: disclosed.data.heldAt } },
      ));

  it('tells what is kept as a fact and cleared, and nothing else (INV-24)', () => {
    given(...open)
      .when(first({ factIds: [wet], cleared: [wet] }))
      .then({ ...disclosed, data: { ...disclosed.data, factIds: [wet] } });
    given(...open)
      .when(first({ factIds: [wet], cleared: [] }))
      .thenRefused('resolution-case/fact-not-cleared');
  });

  it('of an old case is brought in though nobody knows whether who led it was trained', () =>
    given(...open)
      .when(first({ trained: undefined }))
      .then({ ...disclosed, data: { ...disclosed.data, training: 'not_asked' } }));

  it('is led by somebody who was trained, or it is said why not', () => {
    given(...open)
      .when(first({ trained: false }))
      .thenRefused('resolution-case/not-trained');
    given(...open)
      .when(first({ trained: false, overrideReason: 'Nobody else was there at night.' }))
      .then({
        ...disclosed,
        data: {
          ...disclosed.data,
          training: 'overridden',
          overrideReason: secret('Nobody else was there at night.'),
        },
      });
  });

  it('is not with relatives of whom nothing is recorded (INV-23)', () => {
    given(...open)
      .when(first({ attendees: ['representative'] }))
      .thenRefused('resolution-case/nobody-told');
    given(...open)
      .when(first({ attendees: ['patient', 'involved_family'] }))
      .thenRefused('resolution-case/nobody-told');
    given(...open)
      .when(first({ attendees: ['patient'], persons: [stranger] }))
      .thenRefused('resolution-case/unknown-person');
  });

  it('takes responsibility before the determination where counsel lets it', () =>
    given(...open, counselReleased)
      .when(first({ apology: 'responsibility' }))
      .then({ ...disclosed, data: { ...disclosed.data, apology: 'responsibility' } }));

  it('is followed by others, each with its note', () => {
    given(...talked)
      .when(followUp)
      .then(followedUp);
    given(...open)
      .when(followUp)
      .thenRefused('resolution-case/not-disclosed');
    given(...talked, followedUp)
      .when(document)
      .then(documented);
    given(...talked, followedUp, resolved, closed)
      .when(document)
      .then(documented);
    given(...talked, followedUp, documented)
      .when(document)
      .thenRefused('resolution-case/nothing-to-document');
    given(...talked)
      .when(document)
      .thenRefused('resolution-case/nothing-to-document');
  });

  it('is counsel’s once there is a suit', () => {
    given(...talked, suit)
      .when(followUp)
      .thenRefused('resolution-case/outside');
    given(...open, suit)
      .when(disclose)
      .thenRefused('resolution-case/outside');
  });
});

describe('a question', () => {
  it('is asked, and answered once', () => {
    given(...talked)
      .when(ask)
      .then(asked);
    given(...talked, asked)
      .when(answer)
      .then(answered);
    given(...talked, asked, answered)
      .when(answer)
      .thenRefused('resolution-case/answered');
    given(...talked)
      .when(answer)
      .thenRefused('resolution-case/no-such-question');
  });
  it('is of a case that is theirs', () =>
    given(...talked)
      .when({ ...ask, data: { ...ask.data, by: stranger } })
      .thenRefused('resolution-case/not-found'));
});

describe('a promise', () => {
  it('is for a time to come, and kept once', () => {
    given(...talked)
      .when(promise)
      .then(promised);
    given(...talked)
      .when({ ...promise, data: { ...promise.data, dueAt: afternoon } })
      .thenRefused('resolution-case/promise-past');
    given(...talked, promised)
      .when(keep)
      .then(kept);
    given(...talked, promised, kept)
      .when(keep)
      .thenRefused('resolution-case/kept');
    given(...talked)
      .when(keep)
      .thenRefused('resolution-case/no-such-promise');
  });
  it('is kept by who took it on, of the team or not, and by no other stranger', () => {
    const theirs = { ...promised, data: { ...promised.data, owner: stranger } };
    const byThem = { ...keep, data: { ...keep.data, by: stranger } };
    given(...talked, theirs)
      .when(byThem)
      .then({ ...kept, data: { ...kept.data, keptBy: stranger } });
    given(...talked, promised)
      .when(byThem)
      .thenRefused('resolution-case/not-found');
  });
  it('is somebody else’s to keep once it is handed over', () => {
    given(...talked, promised)
      .when(handOverPromise)
      .then(promiseHandedOver);
    given(...talked, promised, promiseHandedOver)
      .when(handOverPromise)
      .thenRefused('resolution-case/same-owner');
    given(...talked, promised, kept)
      .when(handOverPromise)
      .thenRefused('resolution-case/kept');
  });
});

describe('findings', () => {
  it('are told as cleared facts, again whenever there is more', () => {
    given(...talked)
      .when(shareFindings)
      .then(findingsShared);
    given(...talked, findingsShared)
      .when(shareFindings)
      .then(findingsShared);
    given(...talked)
      .when({ ...shareFindings, data: { ...shareFindings.data, cleared: [] } })
      .thenRefused('resolution-case/fact-not-cleared');
    given(...talked)
      .when({ ...shareFindings, data: { ...shareFindings.data, factIds: [] } })
      .thenRefused('resolution-case/nothing-to-share');
    given(...talked)
      .when({ ...shareFindings, data: { ...shareFindings.data, attendees: ['chaplain'] } })
      .thenRefused('resolution-case/nobody-told');
  });
  it('are told while a suit goes on where counsel says why (domain.md 8.16)', () => {
    const counselReason = 'They have it from discovery already.';
    given(...talked, suit)
      .when(shareFindings)
      .thenRefused('resolution-case/counsel-decides');
    given(...talked, suit)
      .when({ ...shareFindings, data: { ...shareFindings.data, counselReason } })
      .then({ ...findingsShared, data: { ...findingsShared.data, counselReason: secret(counselReason) } });
  });
  it('may be declined, and still be heard later', () => {
    given(...talked)
      .when(declineFindings)
      .then(findingsDeclined);
    given(...talked, findingsDeclined)
      .when(declineFindings)
      .thenRefused('resolution-case/findings-settled');
    given(...talked, findingsDeclined)
      .when(shareFindings)
      .then(findingsShared);
    given(...talked)
      .when({ ...declineFindings, data: { ...declineFindings.data, person: stranger } })
      .thenRefused('resolution-case/unknown-person');
  });
});
