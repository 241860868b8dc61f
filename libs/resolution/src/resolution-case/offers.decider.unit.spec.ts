import { deciding } from '#kernel/core/testing';
import { COMPONENTS } from './offer.codes.js';
import {
  aChild,
  acceptOffer,
  advise,
  advised,
  approve,
  approved,
  clara,
  day,
  declineOffer,
  expireOffer,
  fileMedicare,
  fileNpdb,
  firstOffer,
  herMother,
  kindOfferMade,
  makeKindOffer,
  makeOffer,
  medicareFiled,
  mother,
  npdbFiled,
  offerAccepted,
  offerDeclined,
  offerExpired,
  offerMade,
  offerRevised,
  offerWithdrawn,
  paid,
  pay,
  preparing,
  reviseOffer,
  secondOffer,
  withdrawOffer,
} from './offers.examples.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import type { CaseFact, ResolutionCaseFact } from './resolution-case.events.js';
import {
  activated,
  attempted,
  byLeo,
  closed,
  determined,
  disclosed,
  explained,
  requested,
  resolved,
  rosa,
  stranger,
} from './resolution-case.examples.js';

const { given } = deciding(resolutionCaseDecider);
const { safetyEventId } = activated.data;

const by = <C extends ResolutionCaseCommand>(command: C, changes: Partial<C['data']>): C => ({
  ...command,
  data: { ...command.data, ...changes },
});
const of = <F extends ResolutionCaseFact>(fact: F, changes: Partial<F['data']>): F => ({
  ...fact,
  data: { ...fact.data, ...changes },
});
const without = <C extends ResolutionCaseCommand>(command: C, field: string): C => {
  const { [field]: _, ...data } = command.data as unknown as Record<string, unknown>;
  return { ...command, data } as unknown as C;
};
const statusOf = (...history: readonly ResolutionCaseFact[]) =>
  history.reduce(resolutionCaseDecider.evolve, resolutionCaseDecider.initialState).status;

const factsOf = (command: ResolutionCaseCommand, ...history: readonly ResolutionCaseFact[]) =>
  resolutionCaseDecider
    .decide(command, history.reduce(resolutionCaseDecider.evolve, resolutionCaseDecider.initialState))
    .map(({ type }) => type);

const talked = [requested, activated, disclosed] as const;
const told = [...preparing, advised] as const;
const offered = [...told, offerMade] as const;
const signed = [...offered, offerAccepted] as const;
const settled = [...signed, paid] as const;

const held: CaseFact<'CasePlacedOnHold'> = {
  type: 'CasePlacedOnHold',
  data: { safetyEventId, reason: 'patient_wish', heldAt: day(3), heldBy: rosa },
};
const resumed: CaseFact<'CaseResumed'> = {
  type: 'CaseResumed',
  data: { safetyEventId, resumedAt: day(25), resumedBy: rosa },
};
const sued: CaseFact<'SuitFiled'> = { type: 'SuitFiled', data: { safetyEventId, filedAt: day(4), recordedBy: rosa } };
const returned: CaseFact<'CaseReturnedFromOutside'> = {
  type: 'CaseReturnedFromOutside',
  data: { safetyEventId, returnedAt: day(5), returnedBy: rosa },
};
const reopened: CaseFact<'ResolutionCaseReopened'> = {
  type: 'ResolutionCaseReopened',
  data: { safetyEventId, reason: 'patient_asks', cycle: 2, reopenedAt: day(25), reopenedBy: rosa },
};

describe('the advice that they may have a lawyer', () => {
  it('is given in writing, once the first conversation is over', () => {
    given(...talked)
      .when(advise)
      .then(advised);
    given(...preparing)
      .when(advise)
      .then(advised);
    given(requested, activated).when(advise).thenRefused('resolution-case/not-disclosed');
    given(requested, activated, attempted).when(advise).thenRefused('resolution-case/not-disclosed');
    given(...talked)
      .when(by(advise, { written: false }))
      .thenRefused('resolution-case/advice-not-written');
  });
  it('is given once, and not while the patient wants to be left alone, or by us where there is a suit', () => {
    given(...told)
      .when(advise)
      .thenRefused('resolution-case/counsel-advised');
    given(...talked, held)
      .when(advise)
      .thenRefused('resolution-case/on-hold');
    given(...talked, sued)
      .when(advise)
      .thenRefused('resolution-case/not-open');
  });
});

describe('an offer', () => {
  it('follows on care that was found unreasonable or mixed', () => {
    given(...told)
      .when(makeOffer)
      .then(offerMade);
    const mixed = of(determined, { determination: 'mixed' });
    given(...preparing.slice(0, -1), mixed, advised)
      .when(makeOffer)
      .then(offerMade);
    given(...preparing.slice(0, -1), advised)
      .when(makeOffer)
      .thenRefused('resolution-case/not-offering');
    given(...preparing.slice(0, -1), determined, explained)
      .when(makeKindOffer)
      .thenRefused('resolution-case/not-offering');
    given(...told, held)
      .when(makeOffer)
      .thenRefused('resolution-case/not-offering');
    given(...told, sued)
      .when(makeOffer)
      .thenRefused('resolution-case/not-open');
  });
  it.each(COMPONENTS)('of %s waits for the advice (INV-25)', (component) => {
    const offer = by(makeKindOffer, { components: [component], ...(component === 'money' && { cents: 1 }) });
    given(...preparing)
      .when(offer)
      .thenRefused('resolution-case/counsel-not-advised');
    given(...preparing, of(advised, { advisedAt: day(3) }))
      .when(offer)
      .thenRefused('resolution-case/counsel-not-advised');
    expect(factsOf(offer, ...preparing, of(advised, { advisedAt: day(2) }))).toEqual(['OfferMade']);
  });
  it('says what it is of, how much, and until when', () => {
    given(...told)
      .when(by(makeOffer, { components: [] }))
      .thenRefused('resolution-case/nothing-offered');
    given(...told)
      .when(without(makeOffer, 'cents'))
      .thenRefused('resolution-case/amount-missing');
    given(...told)
      .when(by(makeKindOffer, { cents: 1 }))
      .thenRefused('resolution-case/amount-without-money');
    given(...told)
      .when(by(makeOffer, { validUntil: day(2) }))
      .thenRefused('resolution-case/valid-until-past');
  });
  it('is one at a time', () => {
    const second = by(makeOffer, { offer: secondOffer, at: day(7) });
    given(...offered)
      .when(second)
      .thenRefused('resolution-case/offer-on-table');
    given(...signed)
      .when(second)
      .thenRefused('resolution-case/offer-accepted');
    for (const answer of [offerRevised, offerDeclined, offerWithdrawn, offerExpired])
      given(...offered, answer)
        .when(second)
        .then(of(offerMade, { offer: secondOffer, madeAt: day(7) }));
    given(...offered, offerRevised)
      .when(makeOffer)
      .thenRefused('resolution-case/offer-not-new');
  });
  it('is made by risk managers, and by claims on cases that are theirs', () => {
    const claims = { by: clara, role: 'claims' } as const;
    given(...told)
      .when(by(makeOffer, claims))
      .thenRefused('resolution-case/not-found');
    given(...told)
      .when(by(makeOffer, { ...byLeo, by: stranger }))
      .thenRefused('resolution-case/not-found');
    const team = of(activated, { members: [rosa, clara] });
    given(requested, team, ...told.slice(2))
      .when(by(makeOffer, claims))
      .then(of(offerMade, { madeBy: clara }));
  });
});

describe('an offer on the table', () => {
  it('is revised, which takes it off until it is made anew', () => {
    given(...offered)
      .when(reviseOffer)
      .then(offerRevised);
    expect(statusOf(...offered, offerRevised)).toBe('negotiating');
    given(...offered, offerRevised)
      .when(acceptOffer)
      .thenRefused('resolution-case/offer-not-on-table');
    given(...preparing, kindOfferMade)
      .when(reviseOffer)
      .thenRefused('resolution-case/counsel-not-advised');
    given(...offered)
      .when(by(reviseOffer, { at: day(1) }))
      .thenRefused('resolution-case/before-offer');
  });
  it('is declined', () => {
    given(...offered)
      .when(declineOffer)
      .then(offerDeclined);
    expect(statusOf(...offered, offerDeclined)).toBe('negotiating');
    given(...offered)
      .when(by(declineOffer, { at: day(1) }))
      .thenRefused('resolution-case/before-offer');
  });
  it('is withdrawn', () => {
    given(...offered)
      .when(withdrawOffer)
      .then(offerWithdrawn);
    expect(statusOf(...offered, offerWithdrawn)).toBe('negotiating');
  });
  it('is answered or changed once', () => {
    for (const answer of [offerRevised, offerDeclined, offerWithdrawn, offerExpired])
      for (const command of [reviseOffer, declineOffer, withdrawOffer, acceptOffer])
        given(...offered, answer)
          .when(command)
          .thenRefused('resolution-case/offer-not-on-table');
  });
  it.each([reviseOffer, declineOffer, withdrawOffer, acceptOffer, approve, pay])(
    'is the one that is meant: $type',
    (one) => {
      given(...told)
        .when(one)
        .thenRefused('resolution-case/other-offer');
      given(...offered)
        .when({ ...one, data: { ...one.data, offer: secondOffer } } as ResolutionCaseCommand)
        .thenRefused('resolution-case/other-offer');
    },
  );
  it.each([reviseOffer, declineOffer, withdrawOffer, acceptOffer])('waits while the case is away: $type', (command) => {
    given(...offered, held)
      .when(command)
      .thenRefused('resolution-case/not-offered');
    given(...offered, sued)
      .when(command)
      .thenRefused('resolution-case/not-offered');
  });
  it('that waited outside is taken back or refused, and not accepted before it is made anew', () => {
    const back = [...offered, sued, returned] as const;
    given(...back)
      .when(acceptOffer)
      .thenRefused('resolution-case/offer-not-on-table');
    given(...back)
      .when(by(makeOffer, { offer: secondOffer, at: day(7) }))
      .thenRefused('resolution-case/offer-on-table');
    given(...back)
      .when(withdrawOffer)
      .then(offerWithdrawn);
    given(...back)
      .when(declineOffer)
      .then(offerDeclined);
  });
});

describe('an offer that nobody answers', () => {
  it('ends with its time', () => {
    given(...offered)
      .when(expireOffer)
      .then(offerExpired);
    expect(statusOf(...offered, offerExpired)).toBe('negotiating');
    given(...offered)
      .when(by(expireOffer, { at: day(19) }))
      .thenRefused('resolution-case/offer-valid');
  });
  it('is none where it was answered, or never made', () => {
    for (const answer of [offerRevised, offerDeclined, offerWithdrawn, offerExpired, offerAccepted])
      given(...offered, answer)
        .when(expireOffer)
        .thenNothing();
    given(...told)
      .when(expireOffer)
      .thenNothing();
  });
  it('ends wherever the case is by then, and brings no case back that has gone on', () => {
    given(...offered, held)
      .when(expireOffer)
      .then(offerExpired);
    expect(statusOf(...offered, held, offerExpired)).toBe('on_hold');
    expect(statusOf(...offered, held, offerExpired, resumed)).toBe('negotiating');
    expect(statusOf(...offered, held, resumed)).toBe('offered');
    given(...offered, sued)
      .when(expireOffer)
      .then(offerExpired);
    expect(statusOf(...offered, sued, offerExpired)).toBe('outside');
    expect(statusOf(...offered, resolved, offerExpired)).toBe('resolved');
  });
});

describe('an acceptance', () => {
  it('is signed by the patient while the offer is valid', () => {
    given(...offered)
      .when(acceptOffer)
      .then(offerAccepted);
    expect(statusOf(...signed)).toBe('offered');
    given(...offered)
      .when(by(acceptOffer, { at: day(20) }))
      .then(of(offerAccepted, { signedAt: day(20) }));
    given(...offered)
      .when(by(acceptOffer, { at: day(20, 10) }))
      .thenRefused('resolution-case/offer-lapsed');
    given(...offered)
      .when(by(acceptOffer, { at: day(1) }))
      .thenRefused('resolution-case/before-offer');
  });
  it('stands: nothing undoes it', () => {
    for (const command of [acceptOffer, reviseOffer, declineOffer, withdrawOffer])
      given(...signed)
        .when(command)
        .thenRefused('resolution-case/offer-accepted');
    given(...signed)
      .when(expireOffer)
      .thenNothing();
  });
  it('is by somebody who may settle in the patient’s name (INV-25)', () => {
    const child = [...told, aChild, herMother, offerMade] as const;
    const hers = by(acceptOffer, { person: mother });
    given(...child)
      .when(hers)
      .then(of(offerAccepted, { person: mother, courtApprovalNeeded: true }));
    given(...child)
      .when(acceptOffer)
      .thenRefused('resolution-case/patient-cannot-decide');
    given(...offered)
      .when(hers)
      .thenRefused('resolution-case/unknown-person');
    given(...offered, aChild, of(herMother, { maySettle: false }))
      .when(hers)
      .thenRefused('resolution-case/no-settlement-authority');
    given(...offered, aChild, of(herMother, { verified: false }))
      .when(hers)
      .thenRefused('resolution-case/no-authority');
    given(...offered, of(herMother, { authority: 'involved', basis: 'patient_did_not_object' }))
      .when(hers)
      .thenRefused('resolution-case/no-authority');
  });
  it('of a minor’s settlement keeps needing the court, with money or without, whatever is recorded since (INV-25)', () => {
    const hers = of(offerAccepted, { person: mother, courtApprovalNeeded: true });
    const lifted = of(aChild, { courtApprovalNeeded: false });
    const kind = [...told, aChild, herMother, kindOfferMade, hers, lifted] as const;
    given(...kind)
      .when({ type: 'ReachResolution', data: { kind: 'non_financial', by: rosa, role: 'risk-manager' } })
      .thenRefused('resolution-case/court-approval-missing');
    expect(
      factsOf(
        { type: 'ReachResolution', data: { kind: 'non_financial', by: rosa, role: 'risk-manager' } },
        ...kind,
        approved,
      ),
    ).toEqual(['ResolutionReached']);
    given(...told, aChild, herMother, offerMade, hers, lifted)
      .when(pay)
      .thenRefused('resolution-case/court-approval-missing');
  });
  it('is by who was told before that they may have a lawyer, and told anew where another decides (INV-25)', () => {
    const rechecked: CaseFact<'AuthorityRechecked'> = {
      type: 'AuthorityRechecked',
      data: { safetyEventId, person: mother, recheckedAt: day(4), recheckedBy: rosa },
    };
    const hers = by(acceptOffer, { person: mother });
    given(...told, aChild, herMother, offerMade, rechecked)
      .when(hers)
      .thenRefused('resolution-case/counsel-not-advised');
    given(...told, aChild, herMother, offerMade, rechecked, of(advised, { advisedAt: day(28) }))
      .when(hers)
      .thenRefused('resolution-case/counsel-not-advised');
    expect(factsOf(hers, ...told, aChild, herMother, offerMade, rechecked, of(advised, { advisedAt: day(5) }))).toEqual(
      ['OfferAccepted'],
    );
    expect(
      factsOf(hers, ...told, aChild, herMother, offerMade, rechecked, of(advised, { advisedAt: day(5) }), rechecked),
    ).toEqual(['OfferAccepted']);
  });
  it('and a refusal are by who decides', () => {
    given(...told, aChild, herMother, offerMade)
      .when(declineOffer)
      .thenRefused('resolution-case/patient-cannot-decide');
    given(...told, aChild, herMother, offerMade)
      .when(by(declineOffer, { person: mother }))
      .then(of(offerDeclined, { person: mother }));
    given(...offered)
      .when(by(declineOffer, { person: stranger }))
      .thenRefused('resolution-case/unknown-person');
  });
  it('is by the executor where the patient died, and by no parent', () => {
    const died: CaseFact<'PatientDeathNoted'> = { type: 'PatientDeathNoted', data: { safetyEventId, notedAt: day(3) } };
    const executor = of(herMother, { basis: 'executor_of_estate', relation: 'executor' });
    const hers = by(acceptOffer, { person: mother });
    given(...offered, died, executor)
      .when(hers)
      .then(of(offerAccepted, { person: mother }));
    given(...offered, herMother, died)
      .when(hers)
      .thenRefused('resolution-case/no-authority');
    given(...offered, died)
      .when(acceptOffer)
      .thenRefused('resolution-case/patient-cannot-decide');
  });
});

describe('a payment', () => {
  it('is of what was signed for, once', () => {
    given(...signed)
      .when(pay)
      .then(paid);
    given(...offered)
      .when(pay)
      .thenRefused('resolution-case/not-accepted');
    given(...offered, offerDeclined)
      .when(pay)
      .thenRefused('resolution-case/not-accepted');
    given(...signed)
      .when(by(pay, { at: day(9) }))
      .thenRefused('resolution-case/paid-before-signed');
    given(...signed)
      .when(by(pay, { cents: 8_500_001 }))
      .thenRefused('resolution-case/amount-differs');
    given(...settled)
      .when(pay)
      .thenRefused('resolution-case/already-paid');
  });
  it('comes of an offer of money', () =>
    given(...preparing, kindOfferMade, offerAccepted)
      .when(by(pay, { cents: 0 }))
      .thenRefused('resolution-case/no-money-offered'));
  it('is of the offer that was made anew, and not of the one before', () => {
    const again = of(offerMade, { offer: secondOffer, amount: { cents: 9_000_000 }, madeAt: day(7) });
    const second = [...offered, offerRevised, again, of(offerAccepted, { offer: secondOffer })] as const;
    given(...second)
      .when(pay)
      .thenRefused('resolution-case/other-offer');
    given(...second)
      .when(by(pay, { offer: secondOffer }))
      .thenRefused('resolution-case/amount-differs');
    given(...second)
      .when(by(pay, { offer: secondOffer, cents: 9_000_000 }))
      .then(of(paid, { offer: secondOffer, amount: { cents: 9_000_000 } }));
  });
  it('may follow on the resolution, and on a hold; a case that ended pays nothing', () => {
    given(...signed, of(resolved, { kind: 'financial' }))
      .when(pay)
      .then(paid);
    given(...signed, held)
      .when(pay)
      .then(paid);
    given(...signed, resolved, closed)
      .when(pay)
      .thenRefused('resolution-case/closed');
  });
  it('of a minor’s settlement waits for the court where one has to approve it (INV-25)', () => {
    const child = [...told, aChild, herMother, offerMade, of(offerAccepted, { person: mother })] as const;
    given(...child)
      .when(pay)
      .thenRefused('resolution-case/court-approval-missing');
    given(...child)
      .when(approve)
      .then(approved);
    given(...child, approved)
      .when(pay)
      .then(paid);
    given(...child, approved)
      .when(by(pay, { at: day(11) }))
      .thenRefused('resolution-case/court-approval-missing');
    given(...child, approved)
      .when(approve)
      .thenRefused('resolution-case/court-approved');
    given(...child)
      .when(by(approve, { at: day(1) }))
      .thenRefused('resolution-case/before-offer');
    given(...child, of(aChild, { courtApprovalNeeded: false }))
      .when(pay)
      .then(paid);
  });
  it('of what was signed for a minor waits for the court after they came of age too; what they signed themselves does not', () => {
    const grownSoon = of(aChild, { majorityAt: day(12) });
    const hers = of(offerAccepted, { person: mother });
    given(...told, grownSoon, herMother, offerMade, hers)
      .when(pay)
      .thenRefused('resolution-case/court-approval-missing');
    given(...told, of(aChild, { majorityAt: day(9) }), offerMade, offerAccepted)
      .when(pay)
      .then(paid);
  });
  it('needs no court otherwise', () => {
    given(...signed)
      .when(approve)
      .thenRefused('resolution-case/approval-not-needed');
    given(...told, aChild, herMother, offerMade)
      .when(approve)
      .thenRefused('resolution-case/not-accepted');
  });
});

describe('the reports of a payment', () => {
  it('go to the NPDB where that is owed, once', () => {
    given(...settled)
      .when(fileNpdb)
      .then(npdbFiled);
    given(...settled, npdbFiled)
      .when(fileNpdb)
      .thenRefused('resolution-case/no-npdb-report-owed');
    given(...signed, of(paid, { reportable: false }))
      .when(fileNpdb)
      .thenRefused('resolution-case/no-npdb-report-owed');
    given(...signed)
      .when(fileNpdb)
      .thenRefused('resolution-case/no-npdb-report-owed');
  });
  it('stay owed in the next cycle, whatever is paid then', () => {
    const next = [...settled, resolved, closed, reopened] as const;
    given(...next)
      .when(fileNpdb)
      .then(npdbFiled);
    given(...next, offerMade, offerAccepted, of(paid, { reportable: false }))
      .when(fileNpdb)
      .then(npdbFiled);
  });
  it('go to Medicare after the payment, once', () => {
    given(...settled)
      .when(fileMedicare)
      .then(medicareFiled);
    given(...settled, of(resolved, { kind: 'financial' }), closed)
      .when(fileMedicare)
      .then(medicareFiled);
    given(...settled, of(resolved, { kind: 'financial' }), closed, reopened)
      .when(fileMedicare)
      .then(medicareFiled);
    given(...signed)
      .when(fileMedicare)
      .thenRefused('resolution-case/not-paid');
    given(...settled, medicareFiled)
      .when(fileMedicare)
      .thenRefused('resolution-case/medicare-report-filed');
  });
  it.each([advise, fileNpdb, fileMedicare, pay, approve])('are none of a stranger’s: $type', (command) => {
    const theirs = { ...command, data: { ...command.data, by: clara, role: 'claims' } } as ResolutionCaseCommand;
    given(...settled)
      .when(theirs)
      .thenRefused('resolution-case/not-found');
  });
});

describe('a new cycle', () => {
  it('offers anew, and does not give the advice again', () => {
    const next = [...settled, resolved, closed, reopened] as const;
    given(...next)
      .when(advise)
      .thenRefused('resolution-case/counsel-advised');
    given(...next)
      .when(pay)
      .thenRefused('resolution-case/other-offer');
    const judged = of(determined, { determination: 'unreasonable' });
    const second = by(makeOffer, { offer: secondOffer, at: day(26), validUntil: day(30) });
    given(...next, judged)
      .when(second)
      .then(of(offerMade, { offer: secondOffer, madeAt: day(26), validUntil: day(30) }));
    given(...next)
      .when(by(second, { offer: firstOffer }))
      .thenRefused('resolution-case/not-offering');
  });
});
