import type { Context } from '#kernel/assembly';
import { whenActivationRequestedThenTellSafetyOffice } from './automations/when-activation-requested-then-tell-safety-office.js';
import { whenCaseMergedThenAbsorbIt } from './automations/when-case-merged-then-absorb-it.js';
import { whenCasesMeetThenRequireMerge } from './automations/when-cases-meet-then-require-merge.js';
import { whenEligibilityDeterminedThenRequestActivation } from './automations/when-eligibility-determined-then-request-activation.js';
import { whenInvolvedStaffIdentifiedThenNoteThem } from './automations/when-involved-staff-identified-then-note-them.js';
import { whenLiaisonWasInvolvedThenTellSafetyOffice } from './automations/when-liaison-was-involved-then-tell-safety-office.js';
import { whenMajorityComesThenNoteIt } from './automations/when-majority-comes-then-note-it.js';
import { whenMergeRequiredThenTellSafetyOffice } from './automations/when-merge-required-then-tell-safety-office.js';
import { whenOfferLapsesThenExpireIt } from './automations/when-offer-lapses-then-expire-it.js';
import { whenPatientDeathRecordedThenNoteIt } from './automations/when-patient-death-recorded-then-note-it.js';
import { whenResponseTeamActivatedThenPinPolicyPack } from './automations/when-response-team-activated-then-pin-policy-pack.js';
import { whenSafetyEventVoidedThenWithdrawActivation } from './automations/when-safety-event-voided-then-withdraw-activation.js';
import { caseMigration, caseRecordMigration } from './case-record/case-record.migration.js';
import { caseRecord } from './case-record/case-record.projection.js';
import { factsDecider } from './facts/facts.decider.js';
import { factsCatalogue } from './facts/facts.events.js';
import { resolutionCaseClocks } from './resolution-case/resolution-case.clocks.js';
import { resolutionCaseDecider } from './resolution-case/resolution-case.decider.js';
import { resolutionCaseCatalogue } from './resolution-case/resolution-case.events.js';
import { factsMigration } from './views/facts/facts.migration.js';
import { facts } from './views/facts/facts.projection.js';
import { caseLoadMigration, workListMigration } from './views/work-list/work-list.migration.js';
import { workList } from './views/work-list/work-list.projection.js';
import { toldFactsMigration, whereWeAreNowMigration } from './where-we-are-now/where-we-are-now.migration.js';
import { whereWeAreNow } from './where-we-are-now/where-we-are-now.projection.js';

export { caseOf } from './automations/case-of.js';
export { ActivateResponseTeam } from './commands/activate-response-team/activate-response-team.command.js';
export { AnswerQuestion } from './commands/answer-question/answer-question.command.js';
export { AssessCriterion } from './commands/assess-criterion/assess-criterion.command.js';
export { AssignLiaison } from './commands/assign-liaison/assign-liaison.command.js';
export { AttemptDisclosure } from './commands/attempt-disclosure/attempt-disclosure.command.js';
export { BringInCase } from './commands/bring-in-case/bring-in-case.command.js';
export { CloseCase } from './commands/close-case/close-case.command.js';
export { DetermineCare } from './commands/determine-care/determine-care.command.js';
export { ExplainReasonableCare } from './commands/explain-reasonable-care/explain-reasonable-care.command.js';
export { HoldInitialDisclosure } from './commands/hold-initial-disclosure/hold-initial-disclosure.command.js';
export { OpenDetermination } from './commands/open-determination/open-determination.command.js';
export { PlaceBillingHold } from './commands/place-billing-hold/place-billing-hold.command.js';
export { ReachResolution } from './commands/reach-resolution/reach-resolution.command.js';
export { RecheckAuthority } from './commands/recheck-authority/recheck-authority.command.js';
export { RecordDisclosureException } from './commands/record-disclosure-exception/record-disclosure-exception.command.js';
export { RecordMinority } from './commands/record-minority/record-minority.command.js';
export { RecordRepresentative } from './commands/record-representative/record-representative.command.js';
export { ReleaseBillingHold } from './commands/release-billing-hold/release-billing-hold.command.js';
export { RequestActivation } from './commands/request-activation/request-activation.command.js';
export { ResolutionModule } from './resolution.module.js';

/** What this context brings to a process. */
export const resolution: Context = {
  name: 'resolution',
  catalogue: [...resolutionCaseCatalogue, ...factsCatalogue],
  migrations: [
    workListMigration,
    caseMigration,
    caseLoadMigration,
    caseRecordMigration,
    factsMigration,
    whereWeAreNowMigration,
    toldFactsMigration,
  ],
  projections: [workList, caseRecord, facts, whereWeAreNow],
  readers: [
    whenActivationRequestedThenTellSafetyOffice,
    whenMergeRequiredThenTellSafetyOffice,
    whenLiaisonWasInvolvedThenTellSafetyOffice,
  ],
  automations: [
    whenEligibilityDeterminedThenRequestActivation,
    whenInvolvedStaffIdentifiedThenNoteThem,
    whenPatientDeathRecordedThenNoteIt,
    whenSafetyEventVoidedThenWithdrawActivation,
    whenCasesMeetThenRequireMerge,
    whenCaseMergedThenAbsorbIt,
    whenMajorityComesThenNoteIt,
    whenOfferLapsesThenExpireIt,
    whenResponseTeamActivatedThenPinPolicyPack,
  ],
  clocks: [resolutionCaseClocks],
  watched: { 'resolution-case': 'resolution-case.list', facts: 'facts.read' },
  deciders: [
    { decider: resolutionCaseDecider, reading: 'resolution-case.read' },
    { decider: factsDecider, reading: 'facts.read' },
  ],
  forgottenTogether: { [resolutionCaseDecider.category]: [factsDecider.category] },
};
