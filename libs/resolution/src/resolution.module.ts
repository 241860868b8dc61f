import { Module } from '@nestjs/common';
import { CareModule } from './care.module.js';
import { ActivateResponseTeamController } from './commands/activate-response-team/activate-response-team.controller.js';
import { ActivateResponseTeamHandler } from './commands/activate-response-team/activate-response-team.handler.js';
import { AssessCriterionController } from './commands/assess-criterion/assess-criterion.controller.js';
import { AssessCriterionHandler } from './commands/assess-criterion/assess-criterion.handler.js';
import { AssignLiaisonController } from './commands/assign-liaison/assign-liaison.controller.js';
import { AssignLiaisonHandler } from './commands/assign-liaison/assign-liaison.handler.js';
import { AttemptDisclosureController } from './commands/attempt-disclosure/attempt-disclosure.controller.js';
import { AttemptDisclosureHandler } from './commands/attempt-disclosure/attempt-disclosure.handler.js';
import { BringInCaseHandler } from './commands/bring-in-case/bring-in-case.handler.js';
import { CloseCaseController } from './commands/close-case/close-case.controller.js';
import { CloseCaseHandler } from './commands/close-case/close-case.handler.js';
import { DetermineCareController } from './commands/determine-care/determine-care.controller.js';
import { DetermineCareHandler } from './commands/determine-care/determine-care.handler.js';
import { EstablishBillabilityController } from './commands/establish-billability/establish-billability.controller.js';
import { EstablishBillabilityHandler } from './commands/establish-billability/establish-billability.handler.js';
import { ExplainReasonableCareController } from './commands/explain-reasonable-care/explain-reasonable-care.controller.js';
import { ExplainReasonableCareHandler } from './commands/explain-reasonable-care/explain-reasonable-care.handler.js';
import { HandOverCaseController } from './commands/hand-over-case/hand-over-case.controller.js';
import { HandOverCaseHandler } from './commands/hand-over-case/hand-over-case.handler.js';
import { HoldInitialDisclosureController } from './commands/hold-initial-disclosure/hold-initial-disclosure.controller.js';
import { HoldInitialDisclosureHandler } from './commands/hold-initial-disclosure/hold-initial-disclosure.handler.js';
import { OpenDeterminationController } from './commands/open-determination/open-determination.controller.js';
import { OpenDeterminationHandler } from './commands/open-determination/open-determination.handler.js';
import { PlaceBillingHoldController } from './commands/place-billing-hold/place-billing-hold.controller.js';
import { PlaceBillingHoldHandler } from './commands/place-billing-hold/place-billing-hold.handler.js';
import { ReachResolutionController } from './commands/reach-resolution/reach-resolution.controller.js';
import { ReachResolutionHandler } from './commands/reach-resolution/reach-resolution.handler.js';
import { RecordDisclosureExceptionController } from './commands/record-disclosure-exception/record-disclosure-exception.controller.js';
import { RecordDisclosureExceptionHandler } from './commands/record-disclosure-exception/record-disclosure-exception.handler.js';
import { ReleaseBillingHoldController } from './commands/release-billing-hold/release-billing-hold.controller.js';
import { ReleaseBillingHoldHandler } from './commands/release-billing-hold/release-billing-hold.handler.js';
import { RequestActivationHandler } from './commands/request-activation/request-activation.handler.js';
import { WithdrawActivationHandler } from './commands/withdraw-activation/withdraw-activation.handler.js';
import { CourseModule } from './course.module.js';
import { OffersModule } from './offers.module.js';
import { PeopleModule } from './people.module.js';
import { TalksModule } from './talks.module.js';
import { CaseViewsModule } from './views.module.js';

@Module({
  imports: [CareModule, CaseViewsModule, CourseModule, OffersModule, PeopleModule, TalksModule],
  controllers: [
    ActivateResponseTeamController,
    AssessCriterionController,
    AssignLiaisonController,
    AttemptDisclosureController,
    CloseCaseController,
    DetermineCareController,
    EstablishBillabilityController,
    ExplainReasonableCareController,
    HandOverCaseController,
    HoldInitialDisclosureController,
    OpenDeterminationController,
    PlaceBillingHoldController,
    ReachResolutionController,
    RecordDisclosureExceptionController,
    ReleaseBillingHoldController,
  ],
  providers: [
    ActivateResponseTeamHandler,
    AssessCriterionHandler,
    AssignLiaisonHandler,
    AttemptDisclosureHandler,
    BringInCaseHandler,
    CloseCaseHandler,
    DetermineCareHandler,
    EstablishBillabilityHandler,
    ExplainReasonableCareHandler,
    HandOverCaseHandler,
    HoldInitialDisclosureHandler,
    OpenDeterminationHandler,
    PlaceBillingHoldHandler,
    ReachResolutionHandler,
    RecordDisclosureExceptionHandler,
    ReleaseBillingHoldHandler,
    RequestActivationHandler,
    WithdrawActivationHandler,
  ],
})
export class ResolutionModule {}
