import type { ToldType } from './told.allow-list.js';

/** Where we are now, as the patient is told it: it follows from what they may know of, and from nothing else. */
export const TOLD_STAGES = [
  'begun',
  'told',
  'judging',
  'explained',
  'offered',
  'talking',
  'accepted',
  'waiting',
  'outside',
  'settled',
  'finished',
  'again',
  'elsewhere',
  'together',
] as const;
export type ToldStage = (typeof TOLD_STAGES)[number];

const GOES: Readonly<Partial<Record<ToldType, ToldStage>>> = {
  InitialDisclosureHeld: 'told',
  DeterminationOpened: 'judging',
  ReasonableCareExplained: 'explained',
  OfferMade: 'offered',
  OfferRevised: 'talking',
  OfferAccepted: 'accepted',
  OfferDeclined: 'talking',
  OfferExpired: 'talking',
  OfferWithdrawn: 'talking',
  SuitFiled: 'outside',
  CaseReturnedFromOutside: 'talking',
  ResolutionReached: 'settled',
  ResolutionCaseClosed: 'finished',
  ResolutionCaseReopened: 'again',
  ResolutionCaseTransferred: 'elsewhere',
  ResolutionCaseMerged: 'together',
};

/** The stage after these facts, in order. A late first conversation takes nobody back, and a wait ends where it began. */
export const stageAfter = (types: readonly ToldType[]): ToldStage => {
  let [stage, before]: [ToldStage, ToldStage] = ['begun', 'begun'];
  for (const type of types)
    if (type === 'CasePlacedOnHold') [stage, before] = ['waiting', stage === 'waiting' ? before : stage];
    else if (type === 'CaseResumed') stage = stage === 'waiting' ? before : stage;
    else if (type !== 'InitialDisclosureHeld' || stage === 'begun') stage = GOES[type] ?? stage;
  return stage;
};
