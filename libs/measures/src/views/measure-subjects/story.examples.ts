import { type Instant, secret } from '#kernel/core';
import { CaseStory } from './case-story.examples.js';
import { ana, rosa } from './history.examples.js';

/** The story of a safety event, of its case and of those who were involved. */
export class Story extends CaseStory {
  activated(at: Instant, billable: 'yes' | 'no' | 'unknown' = 'yes', recordedAt = at): this {
    const { safetyEvent: safetyEventId } = this;
    const team = { members: [rosa], communicationLead: rosa, owner: rosa };
    const data = { safetyEventId, patient: ana, ...team, billable, activatedAt: at, activatedBy: rosa };
    return this.ofCase({ type: 'ResponseTeamActivated', data }, recordedAt, recordedAt);
  }

  requested(at: Instant): this {
    const { safetyEvent: safetyEventId } = this;
    const data = { safetyEventId, patient: ana, trigger: 'crp_eligible', identifiedAt: at } as const;
    return this.ofCase({ type: 'ActivationRequested', data }, at);
  }

  withdrawn(at: Instant): this {
    const data = { safetyEventId: this.safetyEvent, reason: 'safety_event_voided' } as const;
    return this.ofCase({ type: 'ActivationWithdrawn', data }, at);
  }

  talked(at: Instant, recordedAt = at): this {
    const data = {
      safetyEventId: this.safetyEvent,
      heldAt: at,
      mode: 'in_person',
      attendees: ['patient'],
      persons: [],
      interpreterUsed: false,
      apology: 'empathy',
      factIds: [],
      training: 'not_asked',
      factsTold: secret('What is known.'),
      documentedInChart: true,
      heldBy: rosa,
    } as const;
    return this.ofCase({ type: 'InitialDisclosureHeld', data }, recordedAt, recordedAt);
  }

  unable(at: Instant, recordedAt = at, kind: 'unable' | 'declined' | 'unreachable' = 'unable'): this {
    const data = { safetyEventId: this.safetyEvent, kind, recordedBy: rosa };
    return this.ofCase({ type: 'DisclosureExceptionRecorded', data }, at, recordedAt);
  }

  billable(at: Instant, billable: 'yes' | 'no'): this {
    const data = { safetyEventId: this.safetyEvent, billable, establishedBy: rosa };
    return this.ofCase({ type: 'BillabilityEstablished', data }, at);
  }

  held(at: Instant, recordedAt = at): this {
    const data = { safetyEventId: this.safetyEvent, placedAt: at, placedBy: rosa, payerNotice: 'told' } as const;
    return this.ofCase({ type: 'BillingHoldPlaced', data }, recordedAt, recordedAt);
  }
}
