import type { EventType, Recorded } from '#kernel/core';
import { changedEnvelopeOf, type EnvelopeCloudEvent, envelopeOf } from './cloud-event.js';
import type { FailFastQueue, NewJob } from './fail-fast-queue.js';
import { leaves } from './outbound-rule.js';
import { OUTBOUND_QUEUE } from './queue-names.js';
import type { Queues } from './queues/queues.js';
import type { Reader } from './reader.js';

/** The publisher among the readers. */
export const PUBLISHER = { name: 'outbound', version: 1 } as const;

/** How many envelopes may wait for their subscribers before the publisher pauses. */
const WAITING_MAX = 10_000;

/** Thrown to hold the checkpoint where it is; the next poke or sweep tries again. */
class OutboundFull extends Error {
  override readonly name = 'OutboundFull';
}

/**
 * The reader that puts every event's envelope on the outbound queue. A job's id is its event's, so a batch
 * that is read again after a crash adds nothing twice while its jobs are still kept. A store of queues that is away, or full, holds
 * the checkpoint, and nothing else.
 */
export class Publisher implements Reader {
  readonly name = PUBLISHER.name;
  readonly version = PUBLISHER.version;
  readonly shape = 'log';
  readonly types: readonly string[];
  private readonly nameless: ReadonlySet<string>;
  private readonly queue: FailFastQueue<EnvelopeCloudEvent>;

  constructor(
    queues: Queues,
    catalogue: readonly EventType[],
    private readonly waitingMax = WAITING_MAX,
  ) {
    this.types = catalogue.filter((shape) => leaves(shape) !== 'never').map(({ type }) => type);
    this.nameless = new Set(catalogue.filter((shape) => leaves(shape) === 'as-changed').map(({ type }) => type));
    this.queue = queues.adding(OUTBOUND_QUEUE);
  }

  async apply(_tx: unknown, events: readonly Recorded[]): Promise<void> {
    if ((await this.queue.waiting()) + events.length > this.waitingMax) throw new OutboundFull();
    await this.queue.add(events.map((event) => this.jobOf(event)));
  }

  async close(): Promise<void> {
    await this.queue.close();
  }

  private jobOf(event: Recorded): NewJob<EnvelopeCloudEvent> {
    const nameless = this.nameless.has(event.type);
    return {
      name: nameless ? 'Changed' : event.type,
      data: nameless ? changedEnvelopeOf(event) : envelopeOf(event),
      opts: {
        jobId: event.eventId,
        removeOnComplete: { count: WAITING_MAX },
        removeOnFail: { count: WAITING_MAX },
      },
    };
  }
}
