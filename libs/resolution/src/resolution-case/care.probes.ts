import type { BillingCommand } from './billing.rules.js';
import type { DeterminationCommand } from './determination.rules.js';
import type { InsurerCommand } from './insurer.rules.js';
import { REFERRAL_REASONS } from './offer.codes.js';
import { CRITERIA, DETERMINATION_BASES, DETERMINATIONS } from './resolution-case.codes.js';
import type { Probes } from './resolution-case.rules.js';
import type { StatutoryCommand } from './statutory.rules.js';

type ByPerson =
  | BillingCommand
  | DeterminationCommand
  | InsurerCommand
  | Exclude<StatutoryCommand, { type: 'PinPolicyPack' }>;

/** What would be worth trying in how the care is judged, what the bill does, and what the law asks for. */
export const careProbes: Probes<ByPerson> = {
  EstablishBillability: (_, asking) => (['yes', 'no'] as const).map((billable) => ({ ...asking, billable })),
  PlaceBillingHold: (_, asking) => [{ ...asking, payerNotice: 'to_come' }],
  ReleaseBillingHold: (_, asking) => [asking],
  WaiveBill: (_, asking) => [asking],
  RecordBillDuringHold: ({ care }, asking) =>
    care.holds.map(({ from }) => ({ ...asking, sentAt: from, corrected: false })),
  OpenDetermination: (_, asking) => [{ ...asking, basis: DETERMINATION_BASES[0] }],
  AssessCriterion: (_, asking) => [{ ...asking, criterion: CRITERIA[0], result: 'undetermined' }],
  DetermineCare: (_, asking) =>
    DETERMINATIONS.map((determination) => ({ ...asking, determination, deciders: [asking.by] })),
  ReviseDetermination: (_, asking) => [{ ...asking, reason: 'new_facts' }],
  ExplainReasonableCare: (_, asking) => [{ ...asking, mode: 'letter', attendees: [], explanation: 'Why.' }],
  ReferToInsurer: (_, asking) => REFERRAL_REASONS.map((reason) => ({ ...asking, reason, insurer: 'The insurer' })),
  RecordNoInsurer: (_, asking) => [{ ...asking, reason: 'self_funded' }],
  CompleteInsurerReview: (_, asking) => [{ ...asking, outcome: 'more_facts_needed' }],
  ReleaseByCounsel: (_, asking) => [asking],
  GiveApology: (_, asking) => [{ ...asking, kind: 'empathy', mode: 'in_person', protection: 'unknown' }],
  SendStatutoryDisclosure: ({ care }, asking) =>
    care.pack ? [{ ...asking, items: [], letter: 'What happened.', pack: { ...care.pack, required: [] } }] : [],
  SendCandorNotice: ({ care }, asking) =>
    care.pack ? [{ ...asking, items: [], letter: 'We wish to talk.', pack: { ...care.pack, required: [] } }] : [],
  SignCandorAgreement: ({ people }, asking) => [
    { ...asking, asked: true },
    ...people.representatives.map(({ person }) => ({ ...asking, asked: true, person })),
  ],
};
