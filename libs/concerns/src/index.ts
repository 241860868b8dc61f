import type { Context } from '#kernel/assembly';
import { whenConcernMergedThenAbsorbIt } from './automations/when-concern-merged-then-absorb-it.js';
import { whenConcernNeedsSomebodyThenTellSafetyOffice } from './automations/when-concern-needs-somebody-then-tell-safety-office.js';
import { whenSafetyEventEndsThenNoteItsOutcome } from './automations/when-safety-event-ends-then-note-its-outcome.js';
import { concernClocks } from './concern/concern.clocks.js';
import { concernDecider } from './concern/concern.decider.js';
import { concernCatalogue } from './concern/concern.events.js';
import { concernInboxMigration } from './views/concern-inbox/concern-inbox.migration.js';
import { concernInbox } from './views/concern-inbox/concern-inbox.projection.js';
import { concernRecordMigration } from './views/concern-record/concern-record.migration.js';
import { concernRecord } from './views/concern-record/concern-record.projection.js';
import { concernStatusMigration } from './views/concern-status/concern-status.migration.js';
import { concernStatus } from './views/concern-status/concern-status.projection.js';

export { AcknowledgeConcern } from './commands/acknowledge-concern/acknowledge-concern.command.js';
export { AssignConcern } from './commands/assign-concern/assign-concern.command.js';
export { ClassifyConcern } from './commands/classify-concern/classify-concern.command.js';
export { ClearConcern } from './commands/clear-concern/clear-concern.command.js';
export { CloseConcern } from './commands/close-concern/close-concern.command.js';
export { ConfirmSpam } from './commands/confirm-spam/confirm-spam.command.js';
export { ConvertConcern } from './commands/convert-concern/convert-concern.command.js';
export { DiscloseIdentity } from './commands/disclose-identity/disclose-identity.command.js';
export { IdentifySubmitter } from './commands/identify-submitter/identify-submitter.command.js';
export { MergeConcern } from './commands/merge-concern/merge-concern.command.js';
export { ProposeSpam } from './commands/propose-spam/propose-spam.command.js';
export { RedirectConcern } from './commands/redirect-concern/redirect-concern.command.js';
export { ReopenConcern } from './commands/reopen-concern/reopen-concern.command.js';
export { RespondToConcern } from './commands/respond-to-concern/respond-to-concern.command.js';
export { SendConcernMessage } from './commands/send-concern-message/send-concern-message.command.js';
export { SendDelayNotice } from './commands/send-delay-notice/send-delay-notice.command.js';
export { StartFollowUp } from './commands/start-follow-up/start-follow-up.command.js';
export { SubmitConcern } from './commands/submit-concern/submit-concern.command.js';
export { SupplementConcern } from './commands/supplement-concern/supplement-concern.command.js';
export { TakeUrgentAction } from './commands/take-urgent-action/take-urgent-action.command.js';
export { TriageConcern } from './commands/triage-concern/triage-concern.command.js';
export { WithdrawConcern } from './commands/withdraw-concern/withdraw-concern.command.js';
export { safetyEventOf } from './concern/safety-event-of.js';
export { ConcernsModule } from './concerns.module.js';
export {
  type ConcernStatus,
  ReadConcernStatus,
  type SaidInWords,
} from './views/concern-status/concern-status.query.js';
export { STAGES, type Stage } from './views/concern-status/concern-status.row.js';

/** What this context brings to a process. */
export const concerns: Context = {
  name: 'concerns',
  catalogue: concernCatalogue,
  migrations: [concernInboxMigration, concernRecordMigration, concernStatusMigration],
  projections: [concernInbox, concernRecord, concernStatus],
  readers: [whenConcernNeedsSomebodyThenTellSafetyOffice],
  automations: [whenConcernMergedThenAbsorbIt, whenSafetyEventEndsThenNoteItsOutcome],
  clocks: [concernClocks],
  watched: { concern: 'concern.list' },
  deciders: [{ decider: concernDecider, reading: 'concern.read' }],
};
