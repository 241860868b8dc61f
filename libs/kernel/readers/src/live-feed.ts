import type { EnvelopeCloudEvent } from './cloud-event.js';
import { OUTBOUND_QUEUE } from './queue-names.js';
import type { Queues, Taker } from './queues/queues.js';

/** How many envelopes are on their way at once. So neighbors may change places. */
const ABREAST = 50;

/**
 * The subscriber of the outbound queue that is always there: it hands every envelope to the apis that listen now, so
 * that nobody has to be found before the publisher may go on. An envelope is told at least once while the queue lives.
 */
export class LiveFeed implements Taker {
  private readonly taker: Taker;

  constructor(queues: Queues) {
    const sender = queues.feedSender();
    this.taker = queues.take<EnvelopeCloudEvent>({
      queue: OUTBOUND_QUEUE,
      abreast: ABREAST,
      work: (envelope) => sender.send(envelope),
    });
  }

  stop(): Promise<void> {
    return this.taker.stop();
  }
}
