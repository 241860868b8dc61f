import { type Instant, secret } from '#kernel/core';
import type { HarmSeverity, SafetyEventFact } from '#safety-events/contracts';
import { ana, type Entry, id, type MeasuredFact, rosa, stMary } from './history.examples.js';

type DataOf<T extends SafetyEventFact['type']> = Extract<SafetyEventFact, { type: T }>['data'];
type Reported = DataOf<'SafetyEventReported'>;
type Corrected = DataOf<'SafetyEventCorrected'>;

/** The story of a safety event, written down in the words of its facts. Later entries may be told late. */
export class SafetyEventStory {
  readonly entries: Entry[] = [];
  protected readonly caseId: string;
  protected readonly supportId: string;
  readonly safetyEvent: string;

  constructor(
    number: number,
    private readonly zone = 'America/Chicago',
    private readonly facility = stMary,
  ) {
    this.safetyEvent = id(1, number);
    this.caseId = id(2, number);
    this.supportId = id(4, number);
  }

  reported(at: Instant, more: Partial<Reported> = {}): this {
    const time = { value: at, precision: 'minute' } as const;
    const data = {
      eventClass: 'incident',
      category: 'fall',
      harmed: 'patient',
      eventAt: time,
      discoveredAt: time,
      facilityId: this.facility,
      source: 'staff_report',
      ...more,
    } as const;
    return this.add({ type: 'SafetyEventReported', data }, at);
  }

  triaged(at: Instant, harmSeverity: HarmSeverity, eventClass: Reported['eventClass'] = 'incident'): this {
    const data = { eventClass, type: 'fall', harmSeverity, route: 'local_review', triagedBy: rosa } as const;
    return this.add({ type: 'SafetyEventTriaged', data }, at);
  }

  confirmed(at: Instant, serious: boolean, recordedAt = at): this {
    return this.add({ type: 'SafetyEventConfirmed', data: { serious, lists: [], confirmedBy: rosa } }, at, recordedAt);
  }

  voided(at: Instant): this {
    return this.add({ type: 'SafetyEventVoided', data: { reason: 'error', voidedBy: rosa, patients: [] } }, at);
  }

  identified(at: Instant, recordedAt = at): this {
    const data = { identifiedAt: at, identifiedBy: rosa };
    return this.add({ type: 'CandorEventIdentified', data }, recordedAt, recordedAt);
  }

  eligible(at: Instant, eligible = true, recordedAt = at, patient = ana): this {
    const rule = 'unexpected-harm-moderate-or-worse';
    const data = { eligible, rule, patient, identifiedAt: at, determinedBy: rosa } as const;
    return this.add({ type: 'CrpEligibilityDetermined', data }, at, recordedAt);
  }

  told(at: Instant, group: 'board' | 'c_suite', recordedAt = at): this {
    const persons = secret(['Chair']);
    const data = { group, channel: 'phone', persons, notifiedAt: at, notifiedBy: rosa } as const;
    return this.add({ type: 'LeadershipNotified', data }, recordedAt, recordedAt);
  }

  merged(at: Instant, into: string): this {
    return this.add(
      { type: 'SafetyEventMerged', data: { intoEventId: into, matchBasis: ['time'], mergedBy: rosa } },
      at,
    );
  }

  unmerged(at: Instant): this {
    return this.add({ type: 'SafetyEventUnmerged', data: { fromEventId: this.safetyEvent, unmergedBy: rosa } }, at);
  }

  redirected(at: Instant): this {
    return this.add({ type: 'SafetyEventRedirected', data: { to: 'hr', owner: rosa, redirectedBy: rosa } }, at);
  }

  returned(at: Instant): this {
    return this.add({ type: 'SafetyEventReturned', data: { returnedBy: rosa } }, at);
  }

  transferred(acceptedAt: Instant, at = acceptedAt): this {
    const data = {
      toOrganization: 'Riverside',
      acceptedBy: secret('Their patient safety office'),
      acceptedAt,
      what: ['report'],
      transferredBy: rosa,
    } as const;
    return this.add({ type: 'SafetyEventTransferred', data }, at);
  }

  reopened(at: Instant): this {
    return this.add({ type: 'SafetyEventReopened', data: { newInformation: secret('More.'), reopenedBy: rosa } }, at);
  }

  assessed(at: Instant, to: HarmSeverity): this {
    return this.add({ type: 'HarmSeverityAssessed', data: { to, basis: 'chart', assessedBy: rosa } }, at);
  }

  corrected(at: Instant, now: Corrected['new']): this {
    const data = { old: {}, new: now, why: secret('It was otherwise.'), correctedBy: rosa };
    return this.add({ type: 'SafetyEventCorrected', data }, at);
  }

  fedBack(givenAt: Instant, recordedAt = givenAt): this {
    const data = { summary: secret('It was looked into.'), channel: 'in_app', givenAt, givenBy: rosa } as const;
    return this.add({ type: 'ReporterFeedbackGiven', data }, recordedAt, recordedAt);
  }

  submitted(submittedAt: Instant, kind: 'serious_event' | 'near_miss' | 'precursor', recordedAt = submittedAt): this {
    const data = { psoId: 'P0001', kind, format: 'common-formats-1.2', submittedAt, submittedBy: rosa };
    return this.add({ type: 'PsoSubmissionRecorded', data }, recordedAt, recordedAt);
  }

  protected add(
    fact: MeasuredFact,
    at: Instant,
    recordedAt = at,
    stream: Pick<Entry, 'category' | 'id'> = { category: 'safety-event', id: this.safetyEvent },
  ): this {
    const { facility, zone } = this;
    this.entries.push({ fact, ...stream, at, recordedAt, facility, zone });
    return this;
  }
}
