import { Column, Entity } from 'typeorm';
import type { Precision } from '#kernel/core';
import { IdColumn, InstantColumn, OrgColumn, PositionColumn } from '#kernel/readers';
import type { Confidentiality, Redirection, ReviewMethod, WorkforceKind } from '../safety-event/follow-up.codes.js';
import type { Category, EventClass, Flag, Harmed, HarmSeverity, Source } from '../safety-event/safety-event.codes.js';

export const STATUSES = [
  'reported',
  'triaged',
  'confirmed',
  'closed',
  'redirected',
  'merged',
  'transferred',
  'voided',
] as const;
export type Status = (typeof STATUSES)[number];

/** Statuses in which nothing is waited for here; what is redirected waits at another office. */
export const ENDED = ['closed', 'redirected', 'merged', 'transferred', 'voided'] as const satisfies readonly Status[];

/** One safety event as lists have it: codes, ids, times and counts, no word of anybody's. */
@Entity({ schema: 'views', name: 'safety_event_list_v2' })
export class SafetyEventListRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('text')
  readonly status: Status;

  /** What it was before it was merged, to which unmerging brings it back. */
  @Column('text', { name: 'status_before', nullable: true })
  readonly statusBefore?: Status;

  @Column('text', { name: 'event_class' })
  readonly eventClass: EventClass;

  @Column('text', { nullable: true })
  readonly category?: Category;

  @Column('jsonb', { name: 'further_categories' })
  readonly furtherCategories: readonly Category[];

  @Column('text')
  readonly harmed: Harmed;

  @Column('text', { name: 'harm_reported', nullable: true })
  readonly harmReported?: HarmSeverity;

  /** As rated in triage. */
  @Column('text', { name: 'harm_severity', nullable: true })
  readonly harmSeverity?: HarmSeverity;

  /** The last of the ratings that were made beside triage. */
  @Column('text', { name: 'harm_assessed', nullable: true })
  readonly harmAssessed?: HarmSeverity;

  /** What holds of the three: assessed, else rated in triage, else reported. */
  @Column('text', { nullable: true })
  readonly harm?: HarmSeverity;

  /** How heavy that harm is, for orders: 5 is a death. */
  @Column('int')
  readonly weight: number;

  /** Since when the harm is what it is. */
  @InstantColumn({ name: 'harm_since' })
  readonly harmSince: string;

  @Column('boolean', { nullable: true })
  readonly serious?: boolean;

  @Column('uuid', { name: 'facility_id' })
  readonly facilityId: string;

  @Column('uuid', { name: 'unit_id', nullable: true })
  readonly unitId?: string;

  @Column('text')
  readonly source: Source;

  @Column('jsonb')
  readonly flags: readonly Flag[];

  @Column('text')
  readonly confidentiality: Confidentiality;

  @Column('text', { name: 'workforce_kind', nullable: true })
  readonly workforceKind?: WorkforceKind;

  @InstantColumn({ name: 'event_at' })
  readonly eventAt: string;

  @Column('text', { name: 'event_precision' })
  readonly eventPrecision: Precision;

  @InstantColumn({ name: 'discovered_at' })
  readonly discoveredAt: string;

  /** When the ledger heard of it. */
  @InstantColumn({ name: 'reported_at' })
  readonly reportedAt: string;

  /** The report was entered more than 24 hours after it was made (domain.md 2.2, rule 7). */
  @Column('boolean', { name: 'late_entry' })
  readonly lateEntry: boolean;

  /** Who reported it: only to let reporters find their own. */
  @Column('uuid', { nullable: true })
  readonly reporter?: string;

  /** The reporter got a code to follow the report with. */
  @Column('boolean', { name: 'has_receipt' })
  readonly hasReceipt: boolean;

  /** Who takes care of it. */
  @Column('uuid', { nullable: true })
  readonly owner?: string;

  @Column('text', { name: 'redirected_to', nullable: true })
  readonly redirectedTo?: Redirection;

  /** The one that it goes on in. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  readonly mergedInto?: string;

  /** Those that go on in this one. */
  @Column('jsonb')
  readonly absorbed: readonly string[];

  /** Those of which somebody said that they are no duplicates. */
  @Column('jsonb')
  readonly dismissed: readonly string[];

  /** Patients that were linked, by ids that only this safety event knows. */
  @Column('jsonb')
  readonly patients: readonly string[];

  /** Coded facts of at least one patient are there. */
  @Column('boolean', { name: 'patient_facts' })
  readonly patientFacts: boolean;

  @Column('text', { name: 'review_required', nullable: true })
  readonly reviewRequired?: ReviewMethod;

  @Column('int')
  readonly addenda: number;

  @Column('int', { name: 'messages_to_reporter' })
  readonly messagesToReporter: number;

  @Column('int', { name: 'messages_from_reporter' })
  readonly messagesFromReporter: number;

  /** Messages to the reporter since they last wrote. */
  @Column('int')
  readonly unanswered: number;

  @Column('int')
  readonly feedback: number;

  @InstantColumn({ name: 'first_feedback_at', nullable: true })
  readonly firstFeedbackAt?: string;

  /** Business days from the report to the first feedback, by the facility's calendar. */
  @Column('int', { name: 'feedback_days', nullable: true })
  readonly feedbackDays?: number;

  /** The facility's time zone, by which days are counted. */
  @Column('text')
  readonly zone: string;

  @PositionColumn()
  readonly revision: number;

  @PositionColumn()
  readonly position: number;
}
