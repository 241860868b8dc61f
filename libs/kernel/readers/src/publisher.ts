import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { EventType } from '#kernel/core';
import { envelopeOf } from './cloud-event.js';
import { OUTBOUND_QUEUE } from './queue-names.js';
import type { Reader } from './reader.js';

/** How many envelopes may wait for their subscribers before the publisher pauses. */
const WAITING_MAX = 10_000;

/** Thrown to hold the checkpoint where it is; the next sweep tries again. */
class OutboundFull extends Error {
  override readonly name = 'OutboundFull';
}

/**
 * The reader that puts every event's envelope on the outbound queue. A job's id is its ledger and position, so a batch
 * that is read again after a crash adds nothing twice while its jobs are still kept.
 */
export class Publisher implements Reader {
  readonly name = 'outbound';
  readonly version = 1;
  readonly types: readonly string[];
  private readonly queue: Queue;

  constructor(connection: Redis, prefix: string, catalogue: readonly EventType[]) {
    this.types = catalogue.map(({ type }) => type);
    this.queue = new Queue(OUTBOUND_QUEUE, { connection, prefix, skipVersionCheck: true });
    this.queue.on('error', () => undefined); // the failed add is what counts, and it holds the checkpoint
  }

  async apply(_tx: unknown, events: Parameters<Reader['apply']>[1]): Promise<void> {
    if ((await this.queue.getWaitingCount()) + events.length > WAITING_MAX) throw new OutboundFull();
    await this.queue.addBulk(
      events.map((event) => ({
        name: event.type,
        data: envelopeOf(event),
        opts: {
          jobId: `l${event.ledger}-${event.position}`,
          removeOnComplete: { count: WAITING_MAX },
          removeOnFail: { count: WAITING_MAX },
        },
      })),
    );
  }

  async close(): Promise<void> {
    await this.queue.close().catch(() => undefined);
  }
}
