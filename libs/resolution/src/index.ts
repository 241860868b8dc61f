import type { Context } from '#kernel/assembly';
import { whenActivationRequestedThenTellSafetyOffice } from './automations/when-activation-requested-then-tell-safety-office.js';
import { whenEligibilityDeterminedThenRequestActivation } from './automations/when-eligibility-determined-then-request-activation.js';
import { whenResponseTeamActivatedThenPinPolicyPack } from './automations/when-response-team-activated-then-pin-policy-pack.js';
import { whenSafetyEventVoidedThenWithdrawActivation } from './automations/when-safety-event-voided-then-withdraw-activation.js';
import { resolutionCaseClocks } from './resolution-case/resolution-case.clocks.js';
import { resolutionCaseDecider } from './resolution-case/resolution-case.decider.js';
import { resolutionCaseCatalogue } from './resolution-case/resolution-case.events.js';
import { caseMigration } from './views/case/case.migration.js';
import { resolutionCase } from './views/case/case.projection.js';
import { workListMigration } from './views/work-list/work-list.migration.js';
import { workList } from './views/work-list/work-list.projection.js';

export { caseOf } from './automations/case-of.js';
export { ActivateResponseTeam } from './commands/activate-response-team/activate-response-team.command.js';
export { AssessCriterion } from './commands/assess-criterion/assess-criterion.command.js';
export { AssignLiaison } from './commands/assign-liaison/assign-liaison.command.js';
export { AttemptDisclosure } from './commands/attempt-disclosure/attempt-disclosure.command.js';
export { CloseCase } from './commands/close-case/close-case.command.js';
export { DetermineCare } from './commands/determine-care/determine-care.command.js';
export { ExplainReasonableCare } from './commands/explain-reasonable-care/explain-reasonable-care.command.js';
export { HoldInitialDisclosure } from './commands/hold-initial-disclosure/hold-initial-disclosure.command.js';
export { OpenDetermination } from './commands/open-determination/open-determination.command.js';
export { PlaceBillingHold } from './commands/place-billing-hold/place-billing-hold.command.js';
export { ReachResolution } from './commands/reach-resolution/reach-resolution.command.js';
export { RecordDisclosureException } from './commands/record-disclosure-exception/record-disclosure-exception.command.js';
export { ReleaseBillingHold } from './commands/release-billing-hold/release-billing-hold.command.js';
export { ResolutionModule } from './resolution.module.js';

/** What this context brings to a process. */
export const resolution: Context = {
  name: 'resolution',
  catalogue: resolutionCaseCatalogue,
  migrations: [workListMigration, caseMigration],
  projections: [workList, resolutionCase],
  readers: [whenActivationRequestedThenTellSafetyOffice],
  automations: [
    whenEligibilityDeterminedThenRequestActivation,
    whenResponseTeamActivatedThenPinPolicyPack,
    whenSafetyEventVoidedThenWithdrawActivation,
  ],
  clocks: [resolutionCaseClocks],
  watched: { 'resolution-case': 'resolution-case.list' },
  deciders: [{ decider: resolutionCaseDecider, reading: 'resolution-case.read' }],
};
