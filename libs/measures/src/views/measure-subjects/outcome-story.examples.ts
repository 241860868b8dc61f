import { type Instant, secret } from '#kernel/core';
import type { Component, Determination, HoldReason } from '#resolution/contracts';
import { id, type MeasuredFact, rosa } from './history.examples.js';
import { Story } from './story.examples.js';

/** The story of a safety event and of its case, to how it was judged and what was offered. */
export class OutcomeStory extends Story {
  determined(at: Instant, determination: Determination, recordedAt = at): this {
    return this.tell(
      { type: 'CareDeterminationMade', data: { ...this.on, determination, by: [rosa] } },
      at,
      recordedAt,
    );
  }

  paused(at: Instant, reason: HoldReason, recordedAt = at): this {
    return this.tell(
      { type: 'CasePlacedOnHold', data: { ...this.on, reason, heldAt: at, heldBy: rosa } },
      at,
      recordedAt,
    );
  }

  referred(at: Instant, recordedAt = at): this {
    const data = {
      ...this.on,
      reason: 'criteria_met',
      insurer: secret('Mutual'),
      referredAt: at,
      referredBy: rosa,
    } as const;
    return this.tell({ type: 'InsurerReferralMade', data }, recordedAt, recordedAt);
  }

  selfFunded(at: Instant): this {
    const data = { ...this.on, reason: 'self_funded', recordedBy: rosa } as const;
    return this.tell({ type: 'InsurerReferralNotNeeded', data }, at);
  }

  claimed(at: Instant, recordedAt = at): this {
    const data = { ...this.on, receivedAt: at, endsTalks: false, recordedBy: rosa };
    return this.tell({ type: 'ClaimReceived', data }, recordedAt, recordedAt);
  }

  sued(at: Instant, recordedAt = at): this {
    return this.tell(
      { type: 'SuitFiled', data: { ...this.on, filedAt: at, recordedBy: rosa } },
      recordedAt,
      recordedAt,
    );
  }

  refused(at: Instant, scope: 'program' | 'review', recordedAt = at): this {
    const data = { ...this.on, scope, lasting: 'now', declinedAt: at, recordedBy: rosa } as const;
    return this.tell({ type: 'PatientDeclinedProgram', data }, at, recordedAt);
  }

  advised(at: Instant, recordedAt = at): this {
    const data = { ...this.on, written: true, language: 'en', advisedAt: at, advisedBy: rosa } as const;
    return this.tell({ type: 'RightToCounselAdvised', data }, recordedAt, recordedAt);
  }

  offered(at: Instant, components: readonly Component[], recordedAt = at): this {
    const data = { ...this.terms(components, at), madeAt: at, madeBy: rosa };
    return this.tell({ type: 'OfferMade', data }, recordedAt, recordedAt);
  }

  revised(at: Instant, components: readonly Component[], recordedAt = at): this {
    const data = { ...this.terms(components, at), revisedAt: at, revisedBy: rosa };
    return this.tell({ type: 'OfferRevised', data }, recordedAt, recordedAt);
  }

  private terms(components: readonly Component[], validUntil: Instant) {
    return {
      ...this.on,
      offer: id(3, 8000),
      components,
      terms: secret('As agreed.'),
      releaseRequired: false,
      validUntil,
    };
  }

  private tell(fact: MeasuredFact, at: Instant, recordedAt = at): this {
    return this.ofCase(fact, at, recordedAt);
  }
}
