import { type Recorded, streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { ResolutionCaseFact } from '../../resolution-case/resolution-case.events.js';
import { caseAfter, isActive, type ResolutionCase, teamOf } from '../../resolution-case/resolution-case.state.js';
import { WorkListRow } from './work-list.row.js';

type Line = Omit<WorkListRow, 'org' | 'id'>;
type Fact = Recorded<ResolutionCaseFact>;
/** The times of a line, and what it counts; where it stands follows from the rules. */
type Times = Partial<Omit<Line, keyof ReturnType<typeof standingAfter>>>;

/** Where the case stands after a fact, by the rules' own fold: the list cannot say otherwise than they do. */
const standingAfter = (before: ResolutionCase, { type, data }: Fact) => {
  const standing = caseAfter(before, { type, data } as ResolutionCaseFact);
  const cover = isActive(standing) ? standing.people.cover : undefined;
  return {
    standing,
    status: standing.status === 'none' ? ('requested' as const) : standing.status,
    owner: isActive(standing) ? standing.owner : undefined,
    team: teamOf(standing),
    cover: cover?.person,
    coverFrom: cover?.from,
    coverUntil: cover?.until,
  };
};

const moved = (event: Fact, line: Line | undefined, times: Times): Line | undefined => {
  const { occurredAt, revision, position } = event;
  return (
    line && { ...line, ...standingAfter(line.standing, event), ...times, lastMovedAt: occurredAt, revision, position }
  );
};

/** What has no time of its own on the list. */
const goesOn = (event: Fact, line: Line | undefined) => moved(event, line, {});

/** What was agreed last about the next contact holds, also that nothing was. */
const spoken = ({ data }: { readonly data: { readonly heldAt: string; readonly nextContactAt?: string } }): Times => ({
  lastContactAt: data.heldAt,
  nextContactAt: data.nextContactAt,
});

export const workList = projection<WorkListRow, ResolutionCaseFact>({
  name: 'resolution.work-list',
  version: 2,
  row: WorkListRow,
  key: ({ stream }) => streamId(stream),
  on: {
    ActivationRequested: (event, line) => {
      const { safetyEventId, identifiedAt } = event.data;
      const { meta, occurredAt, revision, position } = event;
      return {
        safetyEventId,
        ...standingAfter(line?.standing ?? { status: 'none' }, event),
        facilityId: meta.facility,
        zone: meta.zone ?? 'UTC',
        identifiedAt,
        requestedAt: occurredAt,
        begunAt: occurredAt,
        billsDuringHold: 0,
        lastMovedAt: occurredAt,
        revision,
        position,
      };
    },
    ActivationWithdrawn: goesOn,
    ResponseTeamActivated: (event, line) => moved(event, line, { activatedAt: event.data.activatedAt }),
    LiaisonAssigned: goesOn,
    CaseHandedOver: goesOn,
    BillabilityEstablished: goesOn,
    BillingHoldPlaced: goesOn,
    BillingHoldReleased: goesOn,
    BillingWaived: goesOn,
    BillSentDuringHold: (event, line) => moved(event, line, { billsDuringHold: (line?.billsDuringHold ?? 0) + 1 }),
    DisclosureAttempted: goesOn,
    InitialDisclosureHeld: (event, line) => moved(event, line, { disclosedAt: event.data.heldAt, ...spoken(event) }),
    FollowUpCommunicationHeld: (event, line) => moved(event, line, spoken(event)),
    DisclosureExceptionRecorded: goesOn,
    DisclosureDocumented: goesOn,
    PatientQuestionAsked: goesOn,
    PatientQuestionAnswered: goesOn,
    PatientPromiseMade: goesOn,
    PatientPromiseKept: goesOn,
    PatientPromiseHandedOver: goesOn,
    PatientPromiseTakenOver: goesOn,
    FindingsSharedWithPatient: (event, line) => moved(event, line, { lastContactAt: event.data.sharedAt }),
    FindingsDeclined: goesOn,
    DeterminationOpened: goesOn,
    CriterionAssessed: goesOn,
    CareDeterminationMade: goesOn,
    ReasonableCareExplained: (event, line) => moved(event, line, { lastContactAt: event.data.explainedAt }),
    DeterminationRevised: goesOn,
    InsurerReferralMade: goesOn,
    InsurerReferralNotNeeded: goesOn,
    InsurerReviewCompleted: goesOn,
    CounselReleaseGiven: goesOn,
    ApologyGiven: goesOn,
    ResolutionReached: (event, line) => moved(event, line, { resolvedAt: event.occurredAt }),
    ResolutionCaseClosed: (event, line) => moved(event, line, { closedAt: event.occurredAt }),
    CasePlacedOnHold: goesOn,
    CaseResumed: goesOn,
    ClaimReceived: goesOn,
    SuitFiled: goesOn,
    CaseReturnedFromOutside: goesOn,
    ResolutionCaseTransferAsked: goesOn,
    ResolutionCaseTransferred: goesOn,
    CaseMergeRequired: goesOn,
    ResolutionCaseMerged: goesOn,
    ResolutionCaseAbsorbed: goesOn,
    ResolutionCaseReopened: (event, line) =>
      moved(event, line, { begunAt: event.occurredAt, resolvedAt: undefined, closedAt: undefined }),
    CaseBroughtIn: goesOn,
    RightToCounselAdvised: goesOn,
    OfferMade: goesOn,
    OfferRevised: goesOn,
    OfferAccepted: goesOn,
    OfferDeclined: goesOn,
    OfferExpired: goesOn,
    OfferWithdrawn: goesOn,
    CourtApprovalRecorded: goesOn,
    PaymentMade: goesOn,
    NpdbReportFiled: goesOn,
    MedicareReportFiled: goesOn,
    InvolvedStaffNoted: goesOn,
    LiaisonChanged: goesOn,
    LiaisonCoverArranged: goesOn,
    ResponseTeamChanged: goesOn,
    PatientNeedsAssessed: goesOn,
    SupportOffered: goesOn,
    RepresentativeRecorded: goesOn,
    RepresentativeEnded: goesOn,
    PatientMinorityRecorded: goesOn,
    MinorViewRecorded: goesOn,
    PatientCapacityRecorded: goesOn,
    PatientDeathNoted: goesOn,
    AuthorityRecheckRequired: goesOn,
    AuthorityRechecked: goesOn,
    RelativesConflictRecorded: goesOn,
    RelativesConflictSettled: goesOn,
    PatientDeclinedProgram: goesOn,
    ContactWishRecorded: goesOn,
    PolicyPackPinned: goesOn,
    StatutoryDisclosureSent: goesOn,
    CandorNoticeSent: goesOn,
    CandorAgreementSigned: goesOn,
  },
});
