import type { Status } from '../../lines/safety-event-list.row.js';
import type { RecordedFact } from './safety-event-record.row.js';

/** Under which names a record shows what its facts said, each as an object. */
export const SECTIONS = [
  'report',
  'triage',
  'confirmation',
  'closure',
  'voiding',
  'identification',
  'eligibility',
  'merging',
  'unmerging',
  'redirection',
  'returning',
  'transfer',
  'assignment',
] as const;
/** Under which names facts stand side by side, each with its revision. */
export const SERIES = [
  'leadershipNotices',
  'cases',
  'harmAssessments',
  'patients',
  'deaths',
  'evidence',
  'involvedStaff',
  'requiredReviews',
  'duplicates',
  'releasedDuplicates',
  'dismissedDuplicates',
  'links',
  'externalReports',
  'psoSubmissions',
  'taxonomies',
  'flaggings',
  'addenda',
  'messages',
  'feedback',
  'corrections',
  'reopenings',
] as const;

/** How a fact is shown. */
interface StepShown {
  /** Where it stands; of a section the last one holds, earlier ones are in the history. */
  readonly section?: (typeof SECTIONS)[number];
  readonly series?: (typeof SERIES)[number];
  /** The status that it brought. */
  readonly status?: Status;
  /** A matter of the office: no part of what a reporter follows (domain.md 7.8: own report and feedback). */
  readonly office?: true;
}

const STEPS: Readonly<Record<RecordedFact['type'], StepShown>> = {
  SafetyEventReported: { section: 'report', status: 'reported' },
  ReportReceiptIssued: {}, // what it holds is a hash, of use to nobody
  SafetyEventTriaged: { section: 'triage', status: 'triaged' },
  SafetyEventConfirmed: { section: 'confirmation', status: 'confirmed' },
  SafetyEventClosed: { section: 'closure', status: 'closed' },
  SafetyEventVoided: { section: 'voiding', status: 'voided' },
  CandorEventIdentified: { section: 'identification' },
  CrpEligibilityDetermined: { section: 'eligibility' },
  LeadershipNotified: { series: 'leadershipNotices' },
  CaseLinked: { series: 'cases' },
  CaseDisclosureNoted: { series: 'cases' },
  CaseEndNoted: { series: 'cases' },
  HarmSeverityAssessed: { series: 'harmAssessments' },
  PatientLinked: { series: 'patients', office: true },
  PatientDeathRecorded: { series: 'deaths', office: true },
  EvidenceSequestered: { series: 'evidence', office: true },
  InvolvedStaffIdentified: { series: 'involvedStaff', office: true },
  ReviewRequired: { series: 'requiredReviews' },
  SafetyEventMerged: { section: 'merging', status: 'merged' },
  SafetyEventUnmerged: { section: 'unmerging' },
  DuplicateAbsorbed: { series: 'duplicates', office: true },
  DuplicateReleased: { series: 'releasedDuplicates', office: true },
  DuplicateDismissed: { series: 'dismissedDuplicates', office: true },
  SafetyEventLinked: { series: 'links', office: true },
  SafetyEventRedirected: { section: 'redirection', status: 'redirected' },
  SafetyEventReturned: { section: 'returning', status: 'triaged' },
  SafetyEventTransferred: { section: 'transfer', status: 'transferred' },
  ExternalReportSubmitted: { series: 'externalReports', office: true },
  PsoSubmissionRecorded: { series: 'psoSubmissions', office: true },
  TaxonomyAssigned: { series: 'taxonomies', office: true },
  SafetyEventAssigned: { section: 'assignment' },
  SafetyEventFlagged: { series: 'flaggings', office: true },
  AddendumWritten: { series: 'addenda' },
  ReporterMessageExchanged: { series: 'messages' },
  ReporterFeedbackGiven: { series: 'feedback' },
  SafetyEventCorrected: { series: 'corrections' },
  SafetyEventReopened: { series: 'reopenings', status: 'confirmed' },
};

/** How a fact is shown. */
export const stepOf = ({ type }: Pick<RecordedFact, 'type'>): StepShown => STEPS[type];

/** The status that the facts brought; what is unmerged is again what it was before it was merged. */
export const statusOf = (facts: readonly Pick<RecordedFact, 'type'>[]): Status | undefined => {
  let [now, before]: [Status?, Status?] = [];
  for (const fact of facts) {
    if (fact.type === 'SafetyEventMerged') before = now;
    now = fact.type === 'SafetyEventUnmerged' ? before : (stepOf(fact).status ?? now);
  }
  return now;
};

/** Whether this was done by whoever reported: who that is is a matter of its own (INV-12). */
export const isReporters = ({ type, data, actor }: Pick<RecordedFact, 'type' | 'data' | 'actor'>): boolean =>
  type === 'SafetyEventReported' ||
  type === 'ReportReceiptIssued' ||
  ('author' in data && data.author !== 'staff') ||
  ('direction' in data && data.direction === 'from_reporter') ||
  actor.role === 'reporter';

/** Whether this was written for whoever reported to read. */
export const isForReporter = ({ type, data }: Pick<RecordedFact, 'type' | 'data'>): boolean =>
  type === 'ReporterFeedbackGiven' || ('direction' in data && data.direction === 'to_reporter');
