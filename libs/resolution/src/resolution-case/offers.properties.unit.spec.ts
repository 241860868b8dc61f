import fc from 'fast-check';
import { Refusal } from '#kernel/core';
import { COMPONENTS } from './offer.codes.js';
import {
  aChild,
  acceptOffer,
  advise,
  approve,
  clara,
  day,
  declineOffer,
  expireOffer,
  fileMedicare,
  fileNpdb,
  firstOffer,
  herMother,
  makeOffer,
  mother,
  pay,
  preparing,
  reviseOffer,
  secondOffer,
  withdrawOffer,
} from './offers.examples.js';
import { offersProbes } from './offers.probes.js';
import type { OffersCommand } from './offers.rules.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import type { CaseFact, ResolutionCaseFact } from './resolution-case.events.js';
import { rosa } from './resolution-case.examples.js';
import type { ActiveCase, Asking, Probe } from './resolution-case.rules.js';

const NOW = day(28);
const CENTS = [8_500_000, 1] as const;
const { safetyEventId } = aChild.data;

const offer = fc.constantFrom(firstOffer, secondOffer, '0192a000-0000-7000-8000-000000000303');
const at = fc.integer({ min: 1, max: 27 }).map((date) => day(date));
const who = fc.constantFrom({ by: rosa, role: 'risk-manager' } as const, { by: clara, role: 'claims' } as const);
const terms = fc
  .record({
    offer,
    at,
    validUntil: at,
    components: fc.subarray([...COMPONENTS], { minLength: 0, maxLength: 3 }),
    cents: fc.option(fc.constantFrom(...CENTS), { nil: undefined }),
  })
  .map(({ cents, components, ...rest }) => {
    const { cents: _, ...plain } = makeOffer.data;
    // mostly as it should be, or no sequence would come far
    const amount = cents ?? (components.includes('money') ? CENTS[0] : undefined);
    return { ...plain, ...rest, components, ...(amount !== undefined && { cents: amount }) };
  });
const person = fc.constantFrom(undefined, mother, mother, '0192a000-0000-7000-8000-000000000319');

const command: fc.Arbitrary<OffersCommand> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .record({ at, written: fc.boolean() })
      .map((changed) => ({ ...advise, data: { ...advise.data, ...changed } })),
  },
  { weight: 6, arbitrary: terms.map((data) => ({ ...makeOffer, data })) },
  { weight: 1, arbitrary: terms.map((data) => ({ ...reviseOffer, data })) },
  {
    weight: 8,
    arbitrary: fc.record({ offer, at, person }).map(({ person: by, ...changed }) => ({
      ...acceptOffer,
      data: { ...acceptOffer.data, ...changed, ...(by && { person: by }) },
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ offer, at })
      .map((changed) => ({ ...declineOffer, data: { ...declineOffer.data, ...changed } })),
  },
  { weight: 1, arbitrary: offer.map((one) => ({ ...withdrawOffer, data: { ...withdrawOffer.data, offer: one } })) },
  { weight: 1, arbitrary: at.map((then) => ({ ...expireOffer, data: { at: then } })) },
  {
    weight: 4,
    arbitrary: fc.record({ offer, at }).map((changed) => ({ ...approve, data: { ...approve.data, ...changed } })),
  },
  {
    weight: 8,
    arbitrary: fc
      .record({ offer, at, cents: fc.constantFrom(...CENTS), reportable: fc.boolean() })
      .map((changed) => ({ ...pay, data: { ...pay.data, ...changed } })),
  },
  { weight: 1, arbitrary: fc.constantFrom<OffersCommand>(fileNpdb, fileMedicare) },
);
const byAnybody = fc
  .tuple(command, fc.option(who, { nil: undefined, freq: 2 }))
  .map(
    ([one, asker]) => ({ ...one, data: { ...one.data, ...(one.type !== 'ExpireOffer' && asker) } }) as OffersCommand,
  );

/** What came to light about the patient and who stands for them, meanwhile. */
const news: fc.Arbitrary<ResolutionCaseFact> = fc.oneof(
  fc
    .record({ majorityAt: at, courtApprovalNeeded: fc.boolean() })
    .map((changed) => ({ ...aChild, data: { ...aChild.data, ...changed } })),
  fc
    .record({
      maySettle: fc.boolean(),
      verified: fc.boolean(),
      basis: fc.constantFrom('parent_of_minor' as const, 'executor_of_estate' as const, 'guardianship_order' as const),
    })
    .map((changed) => ({ ...herMother, data: { ...herMother.data, ...changed } })),
  fc.constant<ResolutionCaseFact>({ type: 'PatientDeathNoted', data: { safetyEventId, notedAt: day(1) } }),
);
/** Most commands come in their time and mean the last offer, or no sequence would come far; some do not. */
const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ one: byAnybody, astray: fc.integer({ min: 0, max: 4 }).map((n) => n === 0) }) },
  { weight: 1, arbitrary: news.map((fact) => ({ fact })) },
);

const aimed = (one: OffersCommand, history: readonly ResolutionCaseFact[], index: number): OffersCommand => {
  const { current } = stateAfter(history).offers;
  const then = day(1 + Math.floor(index / 2));
  const data = {
    ...one.data,
    ...('at' in one.data && { at: then }),
    ...('offer' in one.data && one.type !== 'MakeOffer' && current && { offer: current.offer }),
    ...(one.type === 'RecordPayment' && current?.cents !== undefined && { cents: current.cents }),
  };
  return { ...one, data } as OffersCommand;
};

const stateAfter = (history: readonly ResolutionCaseFact[]) =>
  history.reduce(resolutionCaseDecider.evolve, resolutionCaseDecider.initialState) as ActiveCase;

const decided = (
  history: readonly ResolutionCaseFact[],
  given: ResolutionCaseCommand,
): readonly ResolutionCaseFact[] => {
  try {
    return resolutionCaseDecider.decide(given, stateAfter(history));
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};

const last = <T extends ResolutionCaseFact['type']>(history: readonly ResolutionCaseFact[], type: T) =>
  (history.findLast((fact) => fact.type === type) as CaseFact<T> | undefined)?.data as CaseFact<T>['data'] | undefined;

/** Told from the facts alone: who may settle at a time, as the rules of domain.md 8.16 have it. */
const maySettle = (before: readonly ResolutionCaseFact[], accepted: CaseFact<'OfferAccepted'>['data']): boolean => {
  const died = last(before, 'PatientDeathNoted') !== undefined;
  const majorityAt = last(before, 'PatientMinorityRecorded')?.majorityAt;
  const grown = majorityAt === undefined || majorityAt <= accepted.signedAt;
  if (accepted.person === undefined) return grown && !died;
  const theirs = last(before, 'RepresentativeRecorded');
  if (theirs?.person !== accepted.person || !theirs.verified || !theirs.maySettle) return false;
  const types = before.map(({ type }) => type);
  const since = types.lastIndexOf('RepresentativeRecorded') > types.indexOf('PatientDeathNoted');
  return died
    ? since && theirs.basis === 'executor_of_estate'
    : theirs.basis !== 'parent_of_minor' || !(majorityAt && grown);
};

const checkOffer = (before: readonly ResolutionCaseFact[], when: string) => {
  const advice = last(before, 'RightToCounselAdvised');
  expect(advice?.written).toBe(true);
  expect(advice && advice.advisedAt <= when).toBe(true);
};

const checkAcceptance = (before: readonly ResolutionCaseFact[], accepted: CaseFact<'OfferAccepted'>['data']) => {
  const made = last(before, 'OfferMade');
  expect(made?.offer).toBe(accepted.offer);
  expect(made && made.madeAt <= accepted.signedAt && accepted.signedAt <= made.validUntil).toBe(true);
  expect(maySettle(before, accepted)).toBe(true);
};

const checkPayment = (before: readonly ResolutionCaseFact[], payment: CaseFact<'PaymentMade'>['data']) => {
  const accepted = last(before, 'OfferAccepted');
  const made = last(before, 'OfferMade');
  if (!accepted || !made) throw new Error('Paid without an offer that was made and accepted');
  expect([accepted.offer, made.offer, made.amount]).toEqual([payment.offer, payment.offer, payment.amount]);
  expect(accepted.signedAt <= payment.paidAt).toBe(true);
  expect(last(before, 'PaymentMade')).toBeUndefined();
  const minority = last(before, 'PatientMinorityRecorded');
  if (minority?.courtApprovalNeeded && accepted.signedAt < minority.majorityAt) {
    const approval = last(before, 'CourtApprovalRecorded');
    expect(approval && approval.offer === payment.offer && approval.approvedAt <= payment.paidAt).toBe(true);
  }
};

const check = (before: readonly ResolutionCaseFact[], fact: ResolutionCaseFact) => {
  const { type, data } = fact as CaseFact<
    'OfferMade' | 'OfferRevised' | 'OfferAccepted' | 'OfferDeclined' | 'PaymentMade'
  >;
  if (/^Offer/.test(type)) expect(last(before, 'OfferAccepted')).toBeUndefined();
  if (type === 'OfferMade') checkOffer(before, data.madeAt);
  if (type === 'OfferRevised') checkOffer(before, data.revisedAt);
  if (type === 'OfferAccepted') checkAcceptance(before, data);
  if (type === 'PaymentMade') checkPayment(before, data);
};

const probed = (history: readonly ResolutionCaseFact[], { type, data }: OffersCommand): boolean => {
  if (type === 'ExpireOffer') return true; // a clock asks for it
  const asking: Asking = { by: data.by, role: data.role, at: NOW };
  const candidates = (offersProbes[type] as Probe<OffersCommand>)(stateAfter(history), asking);
  return candidates.some((one) => decided(history, { type, data: one } as ResolutionCaseCommand).length > 0);
};

it('whatever is commanded: no money is spoken of before the advice, none paid that was not accepted by who may settle, and what is possible is found', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), (child, steps) => {
      let history: readonly ResolutionCaseFact[] = [...preparing, ...(child ? [aChild, herMother] : [])];
      for (const [index, taken] of steps.entries()) {
        const one = 'one' in taken && (taken.astray ? taken.one : aimed(taken.one, history, index));
        const facts = one ? decided(history, one) : 'fact' in taken ? [taken.fact] : [];
        if (one && facts.length > 0) expect([one.type, probed(history, one)]).toEqual([one.type, true]);
        for (const fact of facts) {
          check(history, fact);
          seen.add(fact.type);
          history = [...history, fact];
        }
      }
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 2000) },
  );
  // a sequence that never comes so far would prove nothing
  expect([...seen]).toEqual(expect.arrayContaining(['OfferAccepted', 'CourtApprovalRecorded', 'PaymentMade']));
});
