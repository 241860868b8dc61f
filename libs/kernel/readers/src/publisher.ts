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
  private readonly waitingMax: number;
  private readonly silent: ReadonlySet<string>;

  /** `silent`: kinds of streams of which nothing leaves, whatever rides on them. */
  constructor(
    queues: Queues,
    catalogue: readonly EventType[],
    { waitingMax = WAITING_MAX, silent = new Set() }: { waitingMax?: number; silent?: ReadonlySet<string> } = {},
  ) {
    this.waitingMax = waitingMax;
    this.silent = silent;
    this.types = catalogue.filter((shape) => leaves(shape) !== 'never').map(({ type }) => type);
    this.nameless = new Set(catalogue.filter((shape) => leaves(shape) === 'as-changed').map(({ type }) => type));
    this.queue = queues.adding(OUTBOUND_QUEUE);
  }

  async apply(_tx: unknown, events: readonly Recorded[]): Promise<void> {
    const leaving = events.filter(({ stream }) => !this.silent.has(stream.slice(0, -37)));
    if ((await this.queue.waiting()) + leaving.length > this.waitingMax) throw new OutboundFull();
    await this.queue.add(leaving.map((event) => this.jobOf(event)));
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
