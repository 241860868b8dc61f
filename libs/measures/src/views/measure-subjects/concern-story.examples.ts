import type { ConcernFact } from '#concerns/contracts';
import { type Instant, secret } from '#kernel/core';
import { type Entry, id, rosa, stMary } from './history.examples.js';

type Submitted = Extract<ConcernFact, { type: 'ConcernSubmitted' }>['data'];
type Channel = Extract<ConcernFact, { type: 'DelayNoticeSent' }>['data']['channel'];

/** The story of a patient's or family's concern. */
export class ConcernStory {
  readonly entries: Entry[] = [];
  readonly concern: string;

  constructor(
    number: number,
    private readonly zone = 'America/Chicago',
    private readonly facility = stMary,
  ) {
    this.concern = id(3, number);
  }

  submitted(at: Instant, more: Partial<Submitted> = {}): this {
    const data = {
      channel: 'web_form',
      facilityId: this.facility,
      receivedAt: at,
      language: 'en',
      submitterRole: 'family',
      aboutSelf: false,
      anonymous: false,
      reachable: true,
      narrative: secret('Nobody came.'),
      stillAtRisk: false,
      mayContact: true,
      mayShareIdentity: false,
      maySurvey: false,
      ...more,
    } as const;
    return this.add({ type: 'ConcernSubmitted', data }, at);
  }

  acknowledged(at: Instant, human = true, recordedAt = at): this {
    const data = { human, channel: 'phone', acknowledgedAt: at, acknowledgedBy: rosa } as const;
    return this.add({ type: 'ConcernAcknowledged', data }, recordedAt);
  }

  classified(at: Instant, grievance: boolean): this {
    const data = { kinds: ['safety'], grievance, classifiedBy: rosa } as const;
    return this.add({ type: 'ConcernClassified', data }, at);
  }

  responded(at: Instant, written = true, recordedAt = at): this {
    const data = { written, channel: 'letter', respondedAt: at, respondedBy: rosa } as const;
    return this.add({ type: 'ConcernResponded', data }, recordedAt);
  }

  delayed(sentAt: Instant, channel: Channel = 'letter', recordedAt = sentAt): this {
    const data = { newDate: sentAt, reason: secret('It takes longer.'), channel, sentAt, sentBy: rosa };
    return this.add({ type: 'DelayNoticeSent', data }, recordedAt);
  }

  acted(takenAt: Instant, recordedAt = takenAt): this {
    return this.add(
      { type: 'UrgentSafetyActionTaken', data: { what: secret('Went.'), takenAt, takenBy: rosa } },
      recordedAt,
    );
  }

  converted(at: Instant, safetyEventId: string): this {
    const eventAt = { value: at, precision: 'day' } as const;
    const told = { eventClass: 'incident', category: 'fall', eventAt, facilityId: this.facility } as const;
    const data = { safetyEventId, ...told, convertedBy: rosa };
    return this.add({ type: 'ConcernConvertedToSafetyEvent', data }, at);
  }

  merged(at: Instant, into: string): this {
    return this.add({ type: 'ConcernMerged', data: { intoConcernId: into, matchBasis: ['time'], mergedBy: rosa } }, at);
  }

  spam(at: Instant): this {
    return this.add({ type: 'ConcernMarkedSpam', data: { proposedBy: rosa, confirmedBy: rosa } }, at);
  }

  cleared(at: Instant): this {
    return this.add({ type: 'ConcernCleared', data: { clearedBy: rosa } }, at);
  }

  redirected(at: Instant): this {
    return this.add({ type: 'ConcernRedirected', data: { to: 'billing', owner: rosa, redirectedBy: rosa } }, at);
  }

  withdrawn(at: Instant): this {
    return this.add({ type: 'ConcernWithdrawn', data: { by: 'submitter' } }, at);
  }

  reopened(at: Instant): this {
    return this.add({ type: 'ConcernReopened', data: { reason: secret('More.'), reopenedBy: rosa } }, at);
  }

  private add(fact: ConcernFact, at: Instant): this {
    const { concern, facility, zone } = this;
    this.entries.push({ fact, category: 'concern', id: concern, at, recordedAt: at, facility, zone });
    return this;
  }
}
