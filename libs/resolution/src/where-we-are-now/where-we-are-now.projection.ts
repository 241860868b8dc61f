import { type Recorded, streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { KeptFact } from '../facts/facts.events.js';
import type { CaseFact, ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';
import { TOLD, type ToldType } from './told.allow-list.js';
import { clearedFor, toldNow, withdrawnFrom } from './told-facts.js';
import { type Told, WhereWeAreNowRow } from './where-we-are-now.row.js';

type Kept = Omit<WhereWeAreNowRow, 'org' | 'id'>;
type ToldFact = Recorded<CaseFact<ToldType>>;

/** What of a fact its patient may see. */
const sharedOf = ({ type, data }: ToldFact): Told['shared'] => {
  const fields = data as Readonly<Record<string, unknown>>;
  return Object.fromEntries(TOLD[type].flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
};

/** What was told is added to what was told before, with the words of the kept facts that it names. */
const told = (event: ToldFact, row: Kept | undefined): Kept | undefined => {
  if (!row) return undefined;
  const { eventId, type, occurredAt } = event;
  const shared = sharedOf(event);
  const { factIds = [] } = shared as { readonly factIds?: readonly string[] };
  const facts = factIds.length > 0 && { facts: toldNow(factIds, row.cleared) };
  return { ...row, told: [...row.told, { eventId, type, at: occurredAt, shared, ...facts }] };
};

/** Another liaison has no cover yet; one whom the patient cannot reach is nobody to them. */
const named = (
  { data: { liaison, contactGiven } }: Recorded<CaseFact<'LiaisonAssigned' | 'LiaisonChanged'>>,
  row: Kept | undefined,
): Kept | undefined => row && { ...row, liaison: contactGiven ? liaison : undefined, cover: undefined };

/**
 * An allow-list (`told.allow-list.ts`): whatever a fact is not here for, or a field not named there, never comes near the
 * patient. It begins when a team takes the case up, and is never made by leaving out parts of the record. The kept facts of
 * the case are a stream of their own under the same id: what was cleared waits in the row until it is told.
 */
export const whereWeAreNow = projection<WhereWeAreNowRow, ResolutionCaseFact | KeptFact>({
  name: 'resolution.where-we-are-now',
  version: 2,
  row: WhereWeAreNowRow,
  key: ({ stream }) => streamId(stream),
  on: {
    ResponseTeamActivated: (event, row) => told(event, row ?? { told: [], cleared: {} }),
    LiaisonAssigned: named,
    LiaisonChanged: named,
    LiaisonCoverArranged: ({ data: { cover, from, until, patientTold } }, row) =>
      row && { ...row, cover: patientTold ? { person: cover, from, until } : undefined },
    SupportOffered: told,
    ContactWishRecorded: told,
    InitialDisclosureHeld: told,
    FollowUpCommunicationHeld: told,
    PatientQuestionAsked: told,
    PatientQuestionAnswered: told,
    PatientPromiseMade: told,
    PatientPromiseKept: told,
    FindingsSharedWithPatient: told,
    StatutoryDisclosureSent: told,
    CandorNoticeSent: told,
    CandorAgreementSigned: told,
    DeterminationOpened: told,
    ReasonableCareExplained: told,
    ApologyGiven: told,
    RightToCounselAdvised: told,
    OfferMade: told,
    OfferRevised: told,
    OfferAccepted: told,
    OfferDeclined: told,
    OfferExpired: told,
    OfferWithdrawn: told,
    CasePlacedOnHold: told,
    CaseResumed: told,
    SuitFiled: told,
    CaseReturnedFromOutside: told,
    ResolutionReached: told,
    ResolutionCaseClosed: told,
    ResolutionCaseReopened: told,
    ResolutionCaseTransferred: told,
    ResolutionCaseMerged: told,
    FactClearedForSharing: clearedFor,
    FactCorrected: withdrawnFrom,
    FactRetracted: withdrawnFrom,
    FactClearanceWithdrawn: withdrawnFrom,
  },
});
