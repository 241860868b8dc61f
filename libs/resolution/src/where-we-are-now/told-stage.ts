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

/** The one line for each. */
export const LINES: Readonly<Record<ToldStage, string>> = {
  begun: 'A team here is working on what happened to you.',
  told: 'We have told you what we knew, and are finding out how it happened.',
  judging: 'We are judging whether the care was as it should have been.',
  explained: 'We have explained to you what we found about the care.',
  offered: 'We have made you an offer. You may accept it, decline it, or talk about it.',
  talking: 'We are talking with you about an offer.',
  accepted: 'You have accepted our offer, and we are doing what we offered.',
  waiting: 'We are waiting, and go on when it is time or when you tell us.',
  outside: 'This is with a court now.',
  settled: 'What was to be settled is settled.',
  finished: 'Our work on this is finished. You can still come to us.',
  again: 'We are working on it again.',
  elsewhere: 'Another organization goes on with this.',
  together: 'This goes on together with another case of yours.',
};

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
