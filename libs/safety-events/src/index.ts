import type { Context } from '#kernel/assembly';
import { whenCaseMovesThenNoteIt } from './automations/when-case-moves-then-note-it.js';
import { whenConfirmedSeriousThenTellSafetyOffice } from './automations/when-confirmed-serious-then-tell-safety-office.js';
import { whenSevereHarmReportedThenPageSafetyLead } from './automations/when-severe-harm-reported-then-page-safety-lead.js';
import { safetyEventListMigration, safetyEventSearchMigration } from './lines/safety-event-list.migration.js';
import { safetyEventList } from './lines/safety-event-list.projection.js';
import { safetyEventDecider } from './safety-event/safety-event.decider.js';
import { safetyEventCatalogue } from './safety-event/safety-event.events.js';
import { safetyEventRecordMigration } from './views/safety-event-record/safety-event-record.migration.js';
import { safetyEventRecord } from './views/safety-event-record/safety-event-record.projection.js';

export { CloseSafetyEvent } from './commands/close-safety-event/close-safety-event.command.js';
export { ConfirmSafetyEvent } from './commands/confirm-safety-event/confirm-safety-event.command.js';
export { DetermineCrpEligibility } from './commands/determine-crp-eligibility/determine-crp-eligibility.command.js';
export { IdentifyCandorEvent } from './commands/identify-candor-event/identify-candor-event.command.js';
export { NotifyLeadership } from './commands/notify-leadership/notify-leadership.command.js';
export { fromMaude, type MaudeRow } from './commands/report-safety-event/from-maude.js';
export { maudeMapping } from './commands/report-safety-event/maude.mapping.js';
export { ReportSafetyEvent } from './commands/report-safety-event/report-safety-event.command.js';
export { TriageSafetyEvent } from './commands/triage-safety-event/triage-safety-event.command.js';
export { VoidSafetyEvent } from './commands/void-safety-event/void-safety-event.command.js';
export { patientOf } from './safety-event/patient-of.js';
export { SafetyEventsModule } from './safety-events.module.js';

/** What this context brings to a process. */
export const safetyEvents: Context = {
  name: 'safety-events',
  catalogue: safetyEventCatalogue,
  migrations: [safetyEventListMigration, safetyEventSearchMigration, safetyEventRecordMigration],
  projections: [safetyEventList, safetyEventRecord],
  readers: [whenSevereHarmReportedThenPageSafetyLead, whenConfirmedSeriousThenTellSafetyOffice],
  automations: [whenCaseMovesThenNoteIt],
  watched: { 'safety-event': 'safety-event.list' },
  deciders: [{ decider: safetyEventDecider, reading: 'safety-event.read' }],
};
