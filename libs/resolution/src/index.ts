import type { Context } from '#kernel/assembly';
import { whenActivationRequestedThenTellSafetyOffice } from './automations/when-activation-requested-then-tell-safety-office.js';
import { whenEligibilityDeterminedThenRequestActivation } from './automations/when-eligibility-determined-then-request-activation.js';
import { whenSafetyEventVoidedThenWithdrawActivation } from './automations/when-safety-event-voided-then-withdraw-activation.js';
import { resolutionCaseDecider } from './resolution-case/resolution-case.decider.js';
import { resolutionCaseCatalogue } from './resolution-case/resolution-case.events.js';
import { caseMigration } from './views/case/case.migration.js';
import { resolutionCase } from './views/case/case.projection.js';
import { workListMigration } from './views/work-list/work-list.migration.js';
import { workList } from './views/work-list/work-list.projection.js';

export { ResolutionModule } from './resolution.module.js';

/** What this context brings to a process. */
export const resolution: Context = {
  name: 'resolution',
  catalogue: resolutionCaseCatalogue,
  migrations: [workListMigration, caseMigration],
  projections: [workList, resolutionCase],
  readers: [whenActivationRequestedThenTellSafetyOffice],
  automations: [whenEligibilityDeterminedThenRequestActivation, whenSafetyEventVoidedThenWithdrawActivation],
  watched: { 'resolution-case': 'resolution-case.list' },
  deciders: [{ decider: resolutionCaseDecider, reading: 'resolution-case.read' }],
};
