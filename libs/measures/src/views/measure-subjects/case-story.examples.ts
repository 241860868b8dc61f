import type { CaregiverSupportFact } from '#caregiver-support/contracts';
import { type Instant, secret } from '#kernel/core';
import { type MeasuredFact, rosa } from './history.examples.js';
import { SafetyEventStory } from './safety-event-story.examples.js';

type Relation = Extract<CaregiverSupportFact, { type: 'CaregiverSupportOwed' }>['data']['relation'];
const WORDS = secret('What was said.');

/** How a case goes on after its first talk, and what is owed to those who were involved. */
export class CaseStory extends SafetyEventStory {
  liaisonNamed(at: Instant, contactGiven = true): this {
    const data = { ...this.on, liaison: rosa, contactGiven, assignedBy: rosa };
    return this.ofCase({ type: 'LiaisonAssigned', data }, at);
  }

  liaisonChanged(at: Instant, contactGiven = true): this {
    const data = { ...this.on, from: rosa, liaison: rosa, contactGiven, changedBy: rosa };
    return this.ofCase({ type: 'LiaisonChanged', data }, at);
  }

  talkedAgain(at: Instant, recordedAt = at): this {
    const data = {
      ...this.on,
      heldAt: at,
      mode: 'phone',
      attendees: ['patient'],
      persons: [],
      interpreterUsed: false,
      apology: 'none',
      factIds: [],
      training: 'not_asked',
      factsTold: WORDS,
      documentedInChart: true,
      heldBy: rosa,
      conversation: rosa,
    } as const;
    return this.ofCase({ type: 'FollowUpCommunicationHeld', data }, recordedAt);
  }

  answered(at: Instant, recordedAt = at): this {
    const data = { ...this.on, question: rosa, answer: WORDS, answeredAt: at, answeredBy: rosa };
    return this.ofCase({ type: 'PatientQuestionAnswered', data }, recordedAt);
  }

  explained(at: Instant, recordedAt = at): this {
    const data = { ...this.on, mode: 'phone', attendees: ['patient'], explanation: WORDS } as const;
    const said = { ...data, explainedAt: at, explainedBy: rosa };
    return this.ofCase({ type: 'ReasonableCareExplained', data: said }, recordedAt);
  }

  findingsTold(at: Instant, recordedAt = at): this {
    const data = { ...this.on, factIds: [rosa], actionIds: [], mode: 'phone', attendees: ['patient'] } as const;
    const said = { ...data, persons: [], sharedAt: at, sharedBy: rosa };
    return this.ofCase({ type: 'FindingsSharedWithPatient', data: said }, recordedAt);
  }

  wished(at: Instant, everyDays?: number): this {
    const data = { ...this.on, ...(everyDays && { everyDays }), statedAt: at, recordedBy: rosa };
    return this.ofCase({ type: 'ContactWishRecorded', data }, at);
  }

  resumed(at: Instant, recordedAt = at): this {
    return this.ofCase({ type: 'CaseResumed', data: { ...this.on, resumedAt: at, resumedBy: rosa } }, recordedAt);
  }

  resolved(at: Instant): this {
    return this.ofCase({ type: 'ResolutionReached', data: { ...this.on, kind: 'explained', reachedBy: rosa } }, at);
  }

  closed(at: Instant): this {
    return this.ofCase({ type: 'ResolutionCaseClosed', data: { ...this.on, closedBy: rosa } }, at);
  }

  supportOwed(at: Instant, relation: Relation = 'employed', recordedAt = at): this {
    const data = { ...this.on, staffHash: 'a'.repeat(64), staff: WORDS, relation, identifiedAt: at };
    return this.ofSupport({ type: 'CaregiverSupportOwed', data }, recordedAt);
  }

  supportOffered(at: Instant, recordedAt = at): this {
    const data = { ...this.on, tier: 'trained_peer', offeredAt: at, offeredBy: rosa } as const;
    return this.ofSupport({ type: 'CaregiverSupportOffered', data }, recordedAt);
  }

  supportEnded(at: Instant, reason: 'finished' | 'entered_in_error' = 'finished'): this {
    return this.ofSupport({ type: 'CaregiverSupportEnded', data: { ...this.on, reason, endedAt: at } }, at);
  }

  protected get on() {
    return { safetyEventId: this.safetyEvent };
  }

  protected ofCase(fact: MeasuredFact, at: Instant, recordedAt = at): this {
    return this.add(fact, at, recordedAt, { category: 'resolution-case', id: this.caseId });
  }

  private ofSupport(fact: MeasuredFact, at: Instant): this {
    return this.add(fact, at, at, { category: 'caregiver-support', id: this.supportId });
  }
}
