import { Refusal } from '#kernel/core';
import {
  aChild,
  advised,
  approved,
  day,
  firstOffer,
  herMother,
  kindOfferMade,
  npdbFiled,
  offerAccepted,
  offerDeclined,
  offerExpired,
  offerMade,
  offerRevised,
  paid,
  preparing,
} from './offers.examples.js';
import { offersProbes } from './offers.probes.js';
import type { OffersCommand } from './offers.rules.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import { activated, attempted, disclosed, requested, rosa } from './resolution-case.examples.js';
import type { ActiveCase, Probe } from './resolution-case.rules.js';

const asking = { by: rosa, role: 'risk-manager', at: day(18) } as const;

const accepted = (command: ResolutionCaseCommand, resolutionCase: ActiveCase): boolean => {
  try {
    return resolutionCaseDecider.decide(command, resolutionCase).length > 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

const nextAfter = (...history: readonly ResolutionCaseFact[]): readonly string[] => {
  const resolutionCase = history.reduce(resolutionCaseDecider.evolve, resolutionCaseDecider.initialState) as ActiveCase;
  return Object.entries(offersProbes)
    .filter(([type, probe]) =>
      (probe as Probe<OffersCommand>)(resolutionCase, asking).some((data) =>
        accepted({ type, data } as ResolutionCaseCommand, resolutionCase),
      ),
    )
    .map(([type]) => type);
};

const told = [...preparing, advised] as const;
const onTable = ['ReviseOffer', 'AcceptOffer', 'DeclineOffer', 'WithdrawOffer'];
const hers = { ...offerAccepted, data: { ...offerAccepted.data, person: herMother.data.person } };

it.each<[string, readonly ResolutionCaseFact[], readonly string[]]>([
  ['nothing before the first conversation', [requested, activated, attempted], []],
  ['the advice after it', [requested, activated, disclosed], ['AdviseOfCounsel']],
  ['the advice before any offer', preparing, ['AdviseOfCounsel']],
  ['an offer', told, ['MakeOffer']],
  ['an answer', [...told, offerMade], onTable],
  ['an answer in a child’s name', [...told, aChild, herMother, offerMade], onTable],
  ['no answer of a child’s own', [...told, aChild, offerMade], ['ReviseOffer', 'WithdrawOffer']],
  ['another offer when it was revised', [...told, offerMade, offerRevised], ['MakeOffer']],
  ['another offer when it was declined', [...told, offerMade, offerDeclined], ['MakeOffer']],
  ['another offer when it ended', [...told, offerMade, offerExpired], ['MakeOffer']],
  ['the payment', [...told, offerMade, offerAccepted], ['RecordPayment']],
  ['no payment of what is no money', [...told, kindOfferMade, offerAccepted], []],
  ['the court before the payment', [...told, aChild, herMother, offerMade, hers], ['RecordCourtApproval']],
  ['the payment after the court', [...told, aChild, herMother, offerMade, hers, approved], ['RecordPayment']],
  ['the reports', [...told, offerMade, offerAccepted, paid], ['FileNpdbReport', 'FileMedicareReport']],
  ['the report that is left', [...told, offerMade, offerAccepted, paid, npdbFiled], ['FileMedicareReport']],
])('finds %s', (_, history, next) => {
  expect(nextAfter(...history)).toEqual(next);
});

it('finds an acceptance that was signed while the offer was valid, and is entered after', () => {
  const lapsed = { ...offerMade, data: { ...offerMade.data, offer: firstOffer, validUntil: day(17) } };
  expect(nextAfter(...told, lapsed)).toContain('AcceptOffer');
});
