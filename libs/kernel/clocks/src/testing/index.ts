import type { DomainEvent, Instant } from '#kernel/core';
import { recorded } from '#kernel/readers/testing';
import type { ClockedStreams } from '../deadline/clocked-streams.rules.js';
import { type Clocks, clocksDecider } from '../deadline/clocks.decider.js';
import type { DeadlineFact } from '../deadline/deadline.events.js';
import type { Deadline } from '../deadline/deadline.rules.js';
import { defaultDefinitions } from '../definitions/default-definitions.js';
import { termsOf } from '../definitions/definition.js';
import { reckoning } from '../reckoning.js';

const TERMS = termsOf(defaultDefinitions);
const CALENDAR = { id: 'us-federal', version: '2021-06-17' };

/**
 * The clocks of one record while its facts come: what a context declares, run by the definitions that ship, in Chicago,
 * without a database. The clocks are tended after each fact, as a worker would.
 */
export class ClockStory<E extends DomainEvent> {
  private readonly decider: ReturnType<typeof clocksDecider>;
  private clocks: Clocks;

  constructor(private readonly streams: ClockedStreams<E>) {
    this.decider = clocksDecider(streams as unknown as ClockedStreams, reckoning);
    this.clocks = this.decider.initialState;
  }

  /** These facts are recorded, one after the other, at a time that is also when they happened. */
  at(now: Instant, ...facts: readonly E[]): this {
    for (const fact of facts) {
      this.take(fact, now);
      this.tend(now);
    }
    return this;
  }

  /** Time passes until then. */
  tend(now: Instant): this {
    const data = { terms: TERMS, calendar: CALENDAR, now };
    for (const fact of this.decider.decide({ type: 'TendClocks', data }, this.clocks)) this.take(fact, now);
    return this;
  }

  /** The deadlines of a kind, in the order in which they began. */
  of(kind: string): readonly Deadline[] {
    return Object.values(this.clocks.deadlines).filter((one) => one.kind === kind);
  }

  private take(fact: DomainEvent, now: Instant): void {
    const stream = `${this.streams.category}-00000000-0000-7000-8000-000000000002`;
    const event = recorded(fact, { stream, occurredAt: now, recordedAt: now, meta: { zone: 'America/Chicago' } });
    this.clocks = this.decider.evolve(this.clocks, event as unknown as DeadlineFact);
  }
}
