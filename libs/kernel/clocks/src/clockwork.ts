import { actorId, type Clock, refuse, streamId } from '#kernel/core';
import type { Envelope, Receipt, Streams } from '#kernel/ledger';
import { calendarOf } from './calendars.js';
import type { ClockPolicies } from './clock-policies.js';
import type { ToldChange } from './commands/change-deadline.js';
import type { ClockedStreams } from './deadline/clocked-streams.rules.js';
import { clocksDecider } from './deadline/clocks.decider.js';
import { defaultDefinitions } from './definitions/default-definitions.js';
import { type ClockDefinition, termsOf } from './definitions/definition.js';
import { reckoning } from './reckoning.js';

/** All that a definition in force may be: what ships, and every version of what an organization has defined itself. */
export const definitionsWith = (own: readonly ClockDefinition[]): readonly ClockDefinition[] => [
  ...defaultDefinitions,
  ...own,
];

/** Takes the commands about clocks to the streams that they run on. */
export class Clockwork {
  private readonly deciders: ReadonlyMap<string, ReturnType<typeof clocksDecider>>;

  /** Two declarations of one kind of stream are a bug. */
  constructor(
    private readonly streams: Streams,
    private readonly policies: ClockPolicies,
    private readonly clock: Clock,
    clocked: readonly ClockedStreams[],
  ) {
    this.deciders = new Map(clocked.map((one) => [one.category, clocksDecider(one, reckoning)]));
    if (this.deciders.size < clocked.length) throw new Error('The clocks of a kind of stream are declared once');
  }

  /** Records what follows from a stream's events and the time. */
  async tend(stream: string, facilityId: string | undefined, envelope: Envelope): Promise<Receipt> {
    const { own, calendar: id } = await this.policies.policyOf(envelope.org, facilityId);
    const { version } = calendarOf(id);
    const data = { terms: termsOf(definitionsWith(own)), calendar: { id, version }, now: this.clock.now() };
    return this.streams.decide(this.deciderOf(stream), streamId(stream), { type: 'TendClocks', data }, envelope);
  }

  /** Does what somebody asks for. Refuses what is no deadline of the stream (`deadline/not-found`). */
  async change(stream: string, { type, data }: ToldChange, envelope: Envelope): Promise<Receipt> {
    const whole = { type, data: { ...data, at: this.clock.now(), by: actorId(envelope.actor) } };
    const command = whole as Parameters<ReturnType<typeof clocksDecider>['decide']>[0];
    return this.streams.decide(this.deciderOf(stream), streamId(stream), command, envelope);
  }

  private deciderOf(stream: string): ReturnType<typeof clocksDecider> {
    return this.deciders.get(stream.slice(0, -37)) ?? refuse('deadline/not-found', 'No clocks run on this record.');
  }
}
