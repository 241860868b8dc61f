import type { KeptFact } from '../facts/facts.events.js';
import type { CaseFact, ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';

/**
 * What the patient may know of their case (domain.md 7.5, 7.8): of these facts that they came to pass, and when, in the
 * order in which they were recorded; and of their data these fields, and none that is added to them later. Whatever is
 * not here never comes near the patient. Every field is one that was told to them (label SHARED).
 */
export const TOLD = {
  ResponseTeamActivated: [],
  SupportOffered: ['kinds', 'accepted'],
  ContactWishRecorded: ['everyDays'],
  InitialDisclosureHeld: ['apology', 'factIds', 'factsTold', 'materials', 'nextContactAt', 'questions', 'promises'],
  FollowUpCommunicationHeld: ['apology', 'factIds', 'factsTold', 'materials', 'nextContactAt'],
  PatientQuestionAsked: ['question', 'text', 'askedAt'],
  PatientQuestionAnswered: ['question', 'answer', 'answeredAt'],
  PatientPromiseMade: ['promise', 'text', 'dueAt', 'madeAt'],
  PatientPromiseKept: ['promise', 'keptAt'],
  FindingsSharedWithPatient: ['factIds', 'actionIds', 'sharedAt'],
  StatutoryDisclosureSent: ['letter', 'sentAt'],
  CandorNoticeSent: ['letter', 'sentAt'],
  CandorAgreementSigned: ['signedAt'],
  DeterminationOpened: [],
  ReasonableCareExplained: ['explanation'],
  ApologyGiven: ['kind'],
  RightToCounselAdvised: ['written', 'language', 'advisedAt'],
  OfferMade: ['components', 'terms', 'releaseRequired', 'validUntil', 'madeAt'],
  OfferRevised: ['components', 'terms', 'releaseRequired', 'validUntil'],
  OfferAccepted: ['signedAt'],
  OfferDeclined: [],
  OfferExpired: [],
  OfferWithdrawn: [],
  CasePlacedOnHold: ['until'],
  CaseResumed: [],
  SuitFiled: [],
  CaseReturnedFromOutside: [],
  ResolutionReached: [],
  ResolutionCaseClosed: [],
  ResolutionCaseReopened: [],
  ResolutionCaseTransferred: [],
  ResolutionCaseMerged: [],
} as const satisfies { readonly [T in ResolutionCaseFact['type']]?: readonly (keyof CaseFact<T>['data'])[] };

/** The facts that the patient may know of. */
export type ToldType = keyof typeof TOLD;

/**
 * Of the kept facts, what was cleared for the patient in which words, and that it is not any more: shown of those that they
 * were told, from then on, and of no other.
 */
export const CLEARED = {
  FactClearedForSharing: ['entry', 'words', 'language'],
  FactCorrected: ['entry'],
  FactRetracted: ['entry'],
  FactClearanceWithdrawn: ['entry'],
} as const satisfies {
  readonly [T in KeptFact['type']]?: readonly (keyof Extract<KeptFact, { type: T }>['data'])[];
};

/**
 * Whom the patient can reach, which they are told by the naming itself: staff ids, and so no SHARED fields. They are shown
 * once the patient was given the way to them, and not before.
 */
export const NAMED = {
  LiaisonAssigned: ['liaison', 'contactGiven'],
  LiaisonChanged: ['liaison', 'contactGiven'],
  LiaisonCoverArranged: ['cover', 'from', 'until', 'patientTold'],
} as const satisfies { readonly [T in ResolutionCaseFact['type']]?: readonly (keyof CaseFact<T>['data'])[] };
