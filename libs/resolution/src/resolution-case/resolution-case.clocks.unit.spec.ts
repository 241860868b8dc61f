import { ClockStory } from '#kernel/clocks/testing';
import type { Instant } from '#kernel/core';
import { secret } from '#kernel/core';
import { resolutionCaseClocks } from './resolution-case.clocks.js';
import type { CaseFact, ResolutionCaseFact } from './resolution-case.events.js';
import * as one from './resolution-case.examples.js';

/** A day of March 2026 at nine in the morning in Chicago: the 2nd is a Monday. */
const march = (day: number): Instant => `2026-03-${String(day).padStart(2, '0')}T15:00:00.000Z`;
/** The end of a day in Chicago: the next morning in UTC, an hour less once summer time began on March 8th. */
const endOf = (month: number, day: number): Instant => {
  const summer = month > 3 || (month === 3 && day >= 8);
  return new Date(Date.UTC(2026, month - 1, day + 1, summer ? 5 : 6) - 1).toISOString();
};

const id = (number: number) => `0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const on = { safetyEventId: id(101) } as const;
const OFFER = id(301);
const PROMISE = id(401);

type FactData<T extends ResolutionCaseFact['type']> = Omit<CaseFact<T>['data'], 'safetyEventId'>;
const fact = <T extends ResolutionCaseFact['type']>(type: T, data: FactData<T>): ResolutionCaseFact =>
  ({ type, data: { ...on, ...data } }) as unknown as ResolutionCaseFact;

const requested = fact('ActivationRequested', { ...one.requested.data, identifiedAt: march(2) });
const activated = (at: Instant) => fact('ResponseTeamActivated', { ...one.activated.data, activatedAt: at });
const disclosed = (heldAt: Instant, documentedInChart = true) =>
  fact('InitialDisclosureHeld', { ...one.disclosed.data, heldAt, documentedInChart });
const spoken = (heldAt: Instant, conversation = id(201), documentedInChart = true) =>
  fact('FollowUpCommunicationHeld', { ...one.disclosed.data, heldAt, conversation, documentedInChart });
const documented = (documentedAt: Instant, conversation?: string) =>
  fact('DisclosureDocumented', { ...(conversation && { conversation }), documentedAt, documentedBy: one.leo });
const wished = (statedAt: Instant, everyDays?: number) =>
  fact('ContactWishRecorded', { ...(everyDays && { everyDays }), statedAt, recordedBy: one.leo });
const held = (heldAt: Instant, reason: 'patient_wish' | 'grief') =>
  fact('CasePlacedOnHold', { reason, heldAt, heldBy: one.rosa });
const resumed = (resumedAt: Instant) => fact('CaseResumed', { resumedAt, resumedBy: one.rosa });
const sued = (filedAt: Instant) => fact('SuitFiled', { filedAt, recordedBy: one.rosa });
const claimed = (receivedAt: Instant, endsTalks: boolean) =>
  fact('ClaimReceived', { receivedAt, endsTalks, recordedBy: one.rosa });
const returned = (returnedAt: Instant) => fact('CaseReturnedFromOutside', { returnedAt, returnedBy: one.rosa });
const declined = (declinedAt: Instant, scope: 'disclosure' | 'review' | 'program', lasting: 'now' | 'good' = 'good') =>
  fact('PatientDeclinedProgram', { scope, lasting, declinedAt, recordedBy: one.rosa });
const reopened = (reopenedAt: Instant) =>
  fact('ResolutionCaseReopened', { cycle: 2, reason: 'patient_asks', reopenedAt, reopenedBy: one.rosa });
const resolved = fact('ResolutionReached', { kind: 'patient_declined', reachedBy: one.rosa });
const determined = (determination: 'undetermined' | 'mixed') =>
  fact('CareDeterminationMade', { determination, by: [one.rosa] });
const pinned = (jurisdiction: string, packVersion: string) =>
  fact('PolicyPackPinned', { jurisdiction, packVersion, knownAt: march(2) });
const letter = { items: [], letter: secret('Dear Ms. Ruiz'), sentAt: march(5), sentBy: one.rosa } as const;
const promised = (dueAt: Instant) =>
  fact('PatientPromiseMade', {
    promise: PROMISE,
    text: secret('We call you on Friday.'),
    owner: one.leo,
    dueAt,
    madeAt: march(3),
    madeBy: one.leo,
  });
const offered = (madeAt: Instant, validUntil: Instant, offer = OFFER) =>
  fact('OfferMade', {
    offer,
    components: ['memorial'],
    terms: secret('A bench in the garden.'),
    releaseRequired: false,
    validUntil,
    madeAt,
    madeBy: one.rosa,
  });
const required = (reason: 'patient_died' | 'capacity_lost' | 'majority_reached', requiredAt: Instant) =>
  fact('AuthorityRecheckRequired', { reason, requiredAt });
const looked = (recheckedAt: Instant) => fact('AuthorityRechecked', { recheckedAt, recheckedBy: one.rosa });
const minor = (majorityAt: Instant) =>
  fact('PatientMinorityRecorded', { majorityAt, courtApprovalNeeded: true, recordedBy: one.rosa });

/** A case whose team was activated on Monday. */
const story = () => new ClockStory(resolutionCaseClocks).at(march(2), requested, activated(march(2)));
/** The same, and the first conversation was held with it. */
const told = () => story().at(march(2), disclosed(march(2)));
const inShort = (of: ClockStory<ResolutionCaseFact>, kind: string) =>
  of.of(kind).map(({ state, dueAt }) => `${state} ${dueAt}`);

describe('DL-03 and DL-04, the first conversation', () => {
  it.each([
    ['the patient does not want to be told', declined(march(2), 'disclosure'), 'cancelled'],
    ['the patient declines the program', declined(march(2), 'program'), 'cancelled'],
    ['the patient declines the review', declined(march(2), 'review'), 'running'],
    ['a suit is filed', sued(march(2)), 'cancelled'],
    ['a claim ends the talks', claimed(march(2), true), 'cancelled'],
    ['a claim lets them go on', claimed(march(2), false), 'running'],
    ['an exception is recorded', one.declined, 'cancelled'],
    ['it is held', disclosed(march(2)), 'met'],
  ])('where %s', (_, then, state) => {
    const all = story().at(march(2), then);
    expect(['DL-03', 'DL-04'].flatMap((kind) => all.of(kind).map((found) => found.state))).toEqual([state, state]);
  });
});

describe('DL-07, a note for each conversation', () => {
  it('is none where the conversation stood in the chart at once', () => {
    expect(told().of('DL-07')).toEqual([]);
  });

  it('runs for each by itself, and stops with its own note', () => {
    const all = story()
      .at(march(2), disclosed(march(2), false))
      .at(march(3), spoken(march(3), id(202), false));
    expect(all.of('DL-07').map(({ subject, dueAt }) => [subject, dueAt])).toEqual([
      ['first', march(3)],
      [id(202), march(4)],
    ]);
    all.at(march(3), documented(march(3)));
    expect(all.of('DL-07').map(({ state }) => state)).toEqual(['met', 'running']);
    all.at(march(4), documented(march(4), id(202)));
    expect(all.of('DL-07').map(({ state }) => state)).toEqual(['met', 'met']);
  });
});

describe('DL-06, the bill', () => {
  const billable = (how: 'yes' | 'no') => fact('BillabilityEstablished', { billable: how, establishedBy: one.rosa });
  it('is to be held once it was found that there is one after all', () => {
    const all = story().at(march(3), billable('no')).at(march(4), billable('yes'));
    expect(all.of('DL-06').map(({ state }) => state)).toEqual(['cancelled', 'running']);
  });
  it('is not to be held where it was waived, or is held for a case that goes on in this one', () => {
    const waived = fact('BillingWaived', { waivedAt: march(3), waivedBy: one.rosa });
    expect(story().at(march(3), waived).of('DL-06')).toMatchObject([{ state: 'met' }]);
    const absorbed = fact('ResolutionCaseAbsorbed', {
      absorbed: PROMISE,
      absorbedAt: march(3),
      safetyEvents: [],
      questions: [],
      promises: [],
      billHeld: true,
    });
    expect(story().at(march(3), absorbed).of('DL-06')).toMatchObject([{ state: 'met' }]);
  });
  it('is not to be held anew where it is', () => {
    const all = story().at(march(3), one.holdPlaced).at(march(4), billable('yes'));
    expect(all.of('DL-06').map(({ state }) => state)).toEqual(['met']);
  });
});

describe('DL-17, the determination', () => {
  const back = fact('CaseReturnedFromOutside', { returnedAt: march(10), returnedBy: one.rosa });
  const revised = fact('DeterminationRevised', { reason: 'new_facts', revisedBy: one.rosa });
  it('is owed anew where a case comes back unjudged, and when it was revised', () => {
    const unjudged = told()
      .at(march(3), sued(march(3)))
      .at(march(10), back);
    expect(unjudged.of('DL-17').map(({ state }) => state)).toEqual(['cancelled', 'running']);
    const judged = told()
      .at(march(3), one.determined)
      .at(march(4), sued(march(4)))
      .at(march(10), back);
    expect(judged.of('DL-17').map(({ state }) => state)).toEqual(['met']);
    const anew = told().at(march(3), one.determined).at(march(4), revised);
    expect(anew.of('DL-17').map(({ state }) => state)).toEqual(['met', 'running']);
  });
});

describe('DL-13, where they declined for now', () => {
  it('runs once more, until we spoke of it again', () => {
    const all = told().at(march(4), declined(march(4), 'program', 'now'));
    expect(inShort(all, 'DL-13')).toEqual([`cancelled ${endOf(3, 16)}`, `running ${endOf(3, 18)}`]);
    all.at(march(10), spoken(march(10)));
    expect(all.of('DL-13').map(({ state }) => state)).toEqual(['cancelled', 'met']);
  });
});

describe('DL-13, where they asked us to wait', () => {
  const held = (until?: Instant) =>
    fact('CasePlacedOnHold', { reason: 'patient_wish', heldAt: march(4), heldBy: one.rosa, ...(until && { until }) });
  it('runs until the day that they said, and is not counted where they said none', () => {
    expect(
      told()
        .at(march(4), held(march(30)))
        .of('DL-13'),
    ).toMatchObject([{ state: 'cancelled' }, { state: 'running', dueAt: march(30) }]);
    expect(told().at(march(4), held()).of('DL-13')).toMatchObject([{ state: 'cancelled' }]);
  });
  it('is met by the first conversation that comes meanwhile, and moved by no wish for later', () => {
    const waiting = story().at(march(4), held(march(20)));
    expect(
      told()
        .at(march(4), held(march(20)), wished(march(5), 7))
        .of('DL-13')
        .at(-1),
    ).toMatchObject({ dueAt: march(20) });
    expect(waiting.at(march(18), disclosed(march(18))).of('DL-13')).toMatchObject([{ state: 'met' }]);
  });
  it('runs from when somebody could not be told', () => {
    const unable = { ...one.declined, data: { ...one.declined.data, kind: 'unable' } } as const;
    expect(story().at(march(3), unable).of('DL-13')).toMatchObject([{ state: 'running' }]);
    expect(story().at(march(3), one.declined).of('DL-13')).toEqual([]);
  });
});

describe('DL-13, contact with the patient', () => {
  it('starts with the first conversation, and anew with each contact', () => {
    expect(story().of('DL-13')).toEqual([]);
    const all = told().at(march(10), spoken(march(10)));
    expect(inShort(all, 'DL-13')).toEqual([`met ${endOf(3, 16)}`, `running ${endOf(3, 24)}`]);
  });

  it.each([
    ['support', fact('SupportOffered', { kinds: [], accepted: [], offeredAt: march(10), offeredBy: one.leo })],
    [
      'an answer',
      fact('PatientQuestionAnswered', {
        question: id(1),
        answer: secret('Yes.'),
        answeredAt: march(10),
        answeredBy: one.leo,
      }),
    ],
    [
      'findings',
      fact('FindingsSharedWithPatient', {
        factIds: [],
        actionIds: [],
        mode: 'phone',
        attendees: ['patient'],
        persons: [],
        sharedAt: march(10),
        sharedBy: one.leo,
      }),
    ],
    ['an explanation', fact('ReasonableCareExplained', { ...one.explained.data, explainedAt: march(10) })],
    [
      'an apology',
      fact('ApologyGiven', {
        kind: 'empathy',
        mode: 'phone',
        protection: 'unknown',
        givenAt: march(10),
        givenBy: one.leo,
      }),
    ],
    ['an offer', offered(march(10), march(30))],
  ])('counts %s as a contact', (_, contact) => {
    expect(inShort(told().at(march(10), contact), 'DL-13').at(-1)).toBe(`running ${endOf(3, 24)}`);
  });

  it('is not moved by a contact of an earlier day that is told late', () => {
    const all = told()
      .at(march(10), spoken(march(10)))
      .at(march(11), spoken(march(6)));
    expect(inShort(all, 'DL-13')).toEqual([`met ${endOf(3, 16)}`, `running ${endOf(3, 24)}`]);
  });

  it('follows the rhythm that they wish: from the last contact, and from every later one', () => {
    const all = told().at(march(4), wished(march(4), 30));
    expect(inShort(all, 'DL-13')).toEqual([`running ${endOf(4, 1)}`]);
    all.at(march(10), spoken(march(10)));
    expect(inShort(all, 'DL-13').at(-1)).toBe(`running ${endOf(4, 9)}`);
  });

  it('has ended where they come to us, until they wish otherwise', () => {
    const all = told()
      .at(march(4), wished(march(4)))
      .at(march(6), spoken(march(6)));
    expect(inShort(all, 'DL-13')).toEqual([`cancelled ${endOf(3, 16)}`]);
    all.at(march(10), wished(march(10), 7));
    expect(inShort(all, 'DL-13').at(-1)).toBe(`running ${endOf(3, 17)}`);
  });

  it('takes a wish that came before the first contact', () => {
    const all = story().at(march(2), wished(march(2), 7), disclosed(march(2)));
    expect(inShort(all, 'DL-13')).toEqual([`running ${endOf(3, 9)}`]);
  });

  it('rests while they asked us to wait, whatever is said meanwhile, and starts again when the case is resumed', () => {
    const all = told()
      .at(march(4), held(march(4), 'patient_wish'))
      .at(march(6), spoken(march(6)));
    expect(inShort(all, 'DL-13')).toEqual([`cancelled ${endOf(3, 16)}`]);
    all.at(march(20), resumed(march(20)));
    expect(inShort(all, 'DL-13').at(-1)).toBe(`running ${endOf(4, 3)}`);
  });

  it('does not start again where they have come to us meanwhile', () => {
    const all = told()
      .at(march(4), held(march(4), 'patient_wish'), wished(march(4)))
      .at(march(6), resumed(march(6)));
    expect(inShort(all, 'DL-13')).toEqual([`cancelled ${endOf(3, 16)}`]);
  });

  it('runs on where the case waits for another reason', () => {
    const all = told()
      .at(march(4), held(march(4), 'grief'))
      .at(march(6), resumed(march(6)));
    expect(inShort(all, 'DL-13')).toEqual([`running ${endOf(3, 16)}`]);
  });

  it.each([
    ['a suit is filed', sued(march(4)), returned(march(6))],
    ['a claim ends the talks', claimed(march(4), true), returned(march(6))],
    ['the program is declined', declined(march(4), 'program'), reopened(march(6))],
    ['the case is closed', one.closed, reopened(march(6))],
  ])('is cancelled when %s, and starts when the case comes back', (_, away, back) => {
    const all = told().at(march(4), away);
    expect(inShort(all, 'DL-13')).toEqual([`cancelled ${endOf(3, 16)}`]);
    all.at(march(6), back);
    expect(inShort(all, 'DL-13').at(-1)).toBe(`running ${endOf(3, 20)}`);
  });

  it.each([
    ['a claim lets the talks go on', claimed(march(4), false)],
    ['the review is declined', declined(march(4), 'review')],
  ])('runs on when %s', (_, then) => {
    expect(inShort(told().at(march(4), then), 'DL-13')).toEqual([`running ${endOf(3, 16)}`]);
  });
});

describe('DL-17 and DL-18, determination and resolution', () => {
  it('run from activation, and stop with what they wait for', () => {
    const all = story();
    expect([inShort(all, 'DL-17'), inShort(all, 'DL-18')]).toEqual([
      [`running ${endOf(5, 31)}`],
      [`running ${endOf(8, 29)}`],
    ]);
    all.at(march(5), determined('undetermined'));
    expect(all.of('DL-17')[0]).toMatchObject({ state: 'running' });
    all.at(march(6), determined('mixed')).at(march(7), resolved);
    expect([all.of('DL-17')[0], all.of('DL-18')[0]]).toMatchObject([
      { state: 'met', metAt: march(6) },
      { state: 'met', metAt: march(7) },
    ]);
  });

  it('run anew in each cycle', () => {
    const all = story()
      .at(march(6), determined('mixed'), resolved, one.closed)
      .at(march(20), reopened(march(20)));
    expect(['DL-17', 'DL-18'].map((kind) => inShort(all, kind).at(-1))).toEqual([
      `running ${endOf(6, 18)}`,
      `running ${endOf(9, 16)}`,
    ]);
    expect(['DL-17', 'DL-18'].map((kind) => all.of(kind)[0]?.state)).toEqual(['met', 'met']);
  });

  it('where the program is declined, the resolution is still owed and no determination; a new cycle has both', () => {
    const all = story().at(march(6), declined(march(6), 'program'));
    expect([all.of('DL-17'), all.of('DL-18')]).toMatchObject([[{ state: 'cancelled' }], [{ state: 'running' }]]);
    all.at(march(20), reopened(march(20)));
    expect(['DL-17', 'DL-18'].map((kind) => all.of(kind).map(({ state }) => state))).toEqual([
      ['cancelled', 'running'],
      ['cancelled', 'running'],
    ]);
  });

  it('outside, the resolution is owed and no determination', () => {
    const all = story().at(march(6), sued(march(6)));
    expect([all.of('DL-17'), all.of('DL-18')]).toMatchObject([[{ state: 'cancelled' }], [{ state: 'running' }]]);
  });

  it('a case that is resolved without a determination waits for none', () => {
    expect(story().at(march(6), resolved).of('DL-17')).toMatchObject([{ state: 'cancelled' }]);
  });
});

describe('DL-23, DL-24 and DL-29, what the law asks for', () => {
  it('runs for as long as the pinned pack says, and only where it says anything', () => {
    const all = story().at(march(3), pinned('us-pa', '2002-1'));
    expect(inShort(all, 'DL-23')).toEqual([`running ${endOf(3, 9)}`]);
    expect(all.of('DL-24')).toEqual([]);
    const colorado = story().at(march(3), pinned('us-co', '2019-1'));
    expect(colorado.of('DL-23')).toEqual([]);
    expect(inShort(colorado, 'DL-24')).toEqual([`running ${endOf(8, 29)}`]);
    expect(inShort(story().at(march(3), pinned('us-ia', '2020-1')), 'DL-24')[0]).toContain('2027-03-03T05:59:59.999Z');
    const nowhere = story().at(march(3), pinned('us', '2026-1'));
    expect([...nowhere.of('DL-23'), ...nowhere.of('DL-24')]).toEqual([]);
  });

  it('stops with the letter', () => {
    const pa = { jurisdiction: 'us-pa', packVersion: '2002-1', ...letter };
    const written = story().at(march(3), pinned('us-pa', '2002-1')).at(march(5), fact('StatutoryDisclosureSent', pa));
    expect(written.of('DL-23')).toMatchObject([{ state: 'met', metAt: march(5) }]);
    const co = { jurisdiction: 'us-co', packVersion: '2019-1', ...letter };
    const noticed = story().at(march(3), pinned('us-co', '2019-1')).at(march(5), fact('CandorNoticeSent', co));
    expect(noticed.of('DL-24')).toMatchObject([{ state: 'met', metAt: march(5) }]);
  });

  it('is not stopped by a hold, a suit or the patient’s choice; a window for a notice is, by the end', () => {
    const away = [held(march(4), 'patient_wish'), resumed(march(4)), declined(march(4), 'program'), sued(march(4))];
    const all = story()
      .at(march(3), pinned('us-pa', '2002-1'))
      .at(march(4), ...away);
    expect(all.of('DL-23')).toMatchObject([{ state: 'running' }]);
    const colorado = story()
      .at(march(3), pinned('us-co', '2019-1'))
      .at(march(4), ...away);
    expect(colorado.of('DL-24')).toMatchObject([{ state: 'running' }]);
    expect(colorado.at(march(5), one.closed).of('DL-24')).toMatchObject([{ state: 'cancelled' }]);
    expect(all.at(march(5), one.closed).of('DL-23')).toMatchObject([{ state: 'running' }]);
  });

  it('asks for a report of a payment that is to be reported, within thirty days', () => {
    const paid = (reportable: boolean) =>
      fact('PaymentMade', {
        offer: OFFER,
        amount: { cents: 100 },
        reportable,
        paidAt: march(5),
        recordedBy: one.rosa,
      });
    expect(story().at(march(5), paid(false)).of('DL-29')).toEqual([]);
    const all = story().at(march(5), paid(true));
    expect(inShort(all, 'DL-29')).toEqual([`running ${endOf(4, 4)}`]);
    all.at(march(9), fact('NpdbReportFiled', { filedAt: march(9), filedBy: one.rosa }));
    expect(all.of('DL-29')).toMatchObject([{ state: 'met', metAt: march(9) }]);
    expect(all.of('DL-29')[0]?.owner).toBeUndefined(); // of the claims staff, whoever has the case
  });
});

describe('PR-01, a promise', () => {
  const kept = fact('PatientPromiseKept', { promise: PROMISE, keptAt: march(6), keptBy: one.leo });
  const handedOver = fact('PatientPromiseHandedOver', { promise: PROMISE, to: one.rosa, handedOverBy: one.leo });

  it('is due when it was said, is its keeper’s, and stops when it is kept', () => {
    const all = story().at(march(3), promised(march(6)));
    expect(all.of('PR-01')).toMatchObject([
      { subject: PROMISE, state: 'running', dueAt: march(6), until: march(6), owner: one.leo },
    ]);
    expect(all.at(march(6), kept).of('PR-01')).toMatchObject([{ state: 'met', metAt: march(6) }]);
  });

  it('has another keeper once it is handed over, and outlives the case with them', () => {
    const all = story()
      .at(march(3), promised(march(6)))
      .at(march(4), handedOver, resolved, one.closed);
    expect(all.of('PR-01')).toMatchObject([{ state: 'running', owner: one.rosa }]);
    expect(all.tend(march(7)).of('PR-01')).toMatchObject([{ state: 'missed', owner: one.rosa }]);
  });

  it('runs on in the case in which its own goes on', () => {
    const taken = fact('PatientPromiseTakenOver', {
      promise: PROMISE,
      owner: one.leo,
      dueAt: march(6),
      fromCase: PROMISE,
      takenOverAt: march(4),
    });
    const all = story().at(march(4), taken);
    expect(all.of('PR-01')).toMatchObject([{ subject: PROMISE, state: 'running', dueAt: march(6), owner: one.leo }]);
    expect(all.tend(march(7)).of('PR-01')).toMatchObject([{ state: 'missed' }]);
  });

  it('does not go with the case to another owner', () => {
    const all = story()
      .at(march(3), promised(march(6)))
      .at(march(4), one.handedOver);
    expect([all.of('PR-01')[0]?.owner, all.of('DL-18')[0]?.owner]).toEqual([one.leo, one.leo]);
    const back = all.at(march(4), fact('CaseHandedOver', { from: one.leo, to: one.rosa, handedOverBy: one.rosa }));
    expect([back.of('PR-01')[0]?.owner, back.of('DL-18')[0]?.owner]).toEqual([one.leo, one.rosa]);
  });
});

describe('OF-01, an offer', () => {
  const open = () => story().at(march(5), offered(march(5), march(20)));
  const by = { recordedBy: one.rosa } as const;

  it('runs until the day to which it is valid', () => {
    expect(open().of('OF-01')).toMatchObject([{ subject: OFFER, state: 'running', dueAt: march(20) }]);
    expect(open().tend('2026-03-20T15:00:00.001Z').of('OF-01')).toMatchObject([{ state: 'missed' }]);
  });

  it.each([
    ['accepted', fact('OfferAccepted', { offer: OFFER, signedAt: march(9), ...by }), 'met'],
    ['declined', fact('OfferDeclined', { offer: OFFER, reason: 'terms', declinedAt: march(9), ...by }), 'met'],
    ['withdrawn', fact('OfferWithdrawn', { offer: OFFER, reason: 'new_facts', withdrawnBy: one.rosa }), 'met'],
    ['expired', fact('OfferExpired', { offer: OFFER, expiredAt: march(9) }), 'met'],
    ['overtaken by a suit', sued(march(9)), 'cancelled'],
    ['overtaken by a claim that ends the talks', claimed(march(9), true), 'cancelled'],
    ['beside a claim that does not', claimed(march(9), false), 'running'],
    ['overtaken by the patient, who wants no program', declined(march(9), 'program'), 'cancelled'],
    ['overtaken by a resolution without it', resolved, 'cancelled'],
  ])('that is %s', (_, then, state) => {
    expect(open().at(march(9), then).of('OF-01')).toMatchObject([{ state }]);
  });

  it('that is revised stops, and runs anew when it is made anew', () => {
    const { madeAt: _, madeBy, ...terms } = (offered(march(5), march(20)) as CaseFact<'OfferMade'>).data;
    const all = open().at(march(9), fact('OfferRevised', { ...terms, revisedAt: march(9), revisedBy: one.rosa }));
    expect(all.of('OF-01')).toMatchObject([{ state: 'met' }]);
    all.at(march(10), offered(march(10), march(25)));
    expect(all.of('OF-01')).toMatchObject([{ state: 'met' }, { state: 'running', dueAt: march(25) }]);
  });
});

describe('AU-01, who decides', () => {
  it('is looked at within two business days, once for all that asks for it meanwhile', () => {
    const all = story().at(march(5), required('capacity_lost', march(5)), required('patient_died', march(5)));
    expect(inShort(all, 'AU-01')).toEqual([`running ${endOf(3, 9)}`]);
    expect(all.at(march(6), looked(march(6))).of('AU-01')).toMatchObject([{ state: 'met', metAt: march(6) }]);
    all.at(march(9), required('patient_died', march(9)));
    expect(inShort(all, 'AU-01').at(-1)).toBe(`running ${endOf(3, 11)}`);
  });

  it('is looked at when a minor comes of age, and before that day that is not done', () => {
    const all = story().at(march(3), minor(march(20)));
    expect(all.of('AU-01')).toMatchObject([{ subject: 'majority', startsAt: march(20), dueAt: endOf(3, 24) }]);
    all.at(march(5), required('capacity_lost', march(5))).at(march(6), looked(march(6)));
    expect(all.of('AU-01').map(({ state }) => state)).toEqual(['running', 'met']);
    all.at(march(20), required('majority_reached', march(20)));
    expect(all.of('AU-01')).toHaveLength(2);
    expect(all.at(march(21), looked(march(21))).of('AU-01')[0]).toMatchObject({ state: 'met', metAt: march(21) });
  });

  it('moves with a day that was corrected, and is void when the patient died', () => {
    const all = story()
      .at(march(3), minor(march(20)))
      .at(march(4), minor(march(25)));
    expect(all.of('AU-01')).toMatchObject([{ state: 'running', startsAt: march(25), dueAt: endOf(3, 27) }]);
    const dead = fact('PatientDeathNoted', { notedAt: march(5) });
    expect(all.at(march(5), dead).of('AU-01')).toMatchObject([{ state: 'cancelled' }]);
  });

  it('is asked for by age alone where nobody had recorded the day', () => {
    const all = story().at(march(5), required('majority_reached', march(5)));
    expect(inShort(all, 'AU-01')).toEqual([`running ${endOf(3, 9)}`]);
  });

  it('ends with the case and comes back with it, if nobody has looked', () => {
    const all = story()
      .at(march(5), minor(march(20)), required('capacity_lost', march(5)))
      .at(march(6), one.closed);
    expect(all.of('AU-01').map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    all.at(march(9), reopened(march(9)));
    expect(inShort(all, 'AU-01').slice(2).sort()).toEqual([`running ${endOf(3, 11)}`, `running ${endOf(3, 24)}`]);
    const done = story()
      .at(march(5), required('capacity_lost', march(5)), looked(march(5)), one.closed)
      .at(march(9), reopened(march(9)));
    expect(done.of('AU-01')).toHaveLength(1);
  });
});

it.each([
  ['withdrawn', one.withdrawn],
  ['merged', fact('ResolutionCaseMerged', { into: id(9), mergedAt: march(9), mergedBy: one.rosa })],
  [
    'transferred',
    fact('ResolutionCaseTransferred', {
      receiver: 'hospital',
      to: 'Riverside',
      acceptedBy: secret('Dr. Day'),
      patientToldAt: march(9),
      transferredAt: march(9),
      transferredBy: one.rosa,
    }),
  ],
])('every clock ends when the case is %s', (_, end) => {
  const kinds = ['DL-04', 'DL-06', 'DL-13', 'DL-17', 'DL-18', 'DL-23', 'PR-01', 'OF-01', 'AU-01'];
  const all = story().at(
    march(3),
    spoken(march(3)),
    pinned('us-pa', '2002-1'),
    promised(march(30)),
    offered(march(3), march(30)),
    required('capacity_lost', march(3)),
  );
  const states = () => kinds.map((kind) => all.of(kind).at(-1)?.state);
  expect(new Set(states())).toEqual(new Set(['running']));
  all.at(march(3), end);
  expect(new Set(states())).toEqual(new Set(['cancelled']));
});

it('a transfer that was only asked for ends nothing', () => {
  const asked = fact('ResolutionCaseTransferAsked', {
    receiver: 'hospital',
    to: 'Riverside',
    askedAt: march(3),
    askedBy: one.rosa,
  });
  expect(told().at(march(3), asked).of('DL-13')).toMatchObject([{ state: 'running' }]);
});
