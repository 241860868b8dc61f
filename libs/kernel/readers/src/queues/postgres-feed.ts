import { Notices } from '#kernel/platform';
import type { EnvelopeCloudEvent } from '../cloud-event.js';
import { type FeedListener, FeedReceiver, type FeedSender } from '../feed.js';
import { FEED_CHANNEL, notify } from './feed.sql.js';

/** What a sender needs of a pool. */
interface Asking {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/** Speaks through PostgreSQL's notifications, in statements of their own: never in one that appends. */
export class PostgresFeedSender implements FeedSender {
  constructor(private readonly pool: Asking) {}

  async send(envelope: EnvelopeCloudEvent): Promise<void> {
    await this.pool.query(notify, [FEED_CHANNEL, JSON.stringify(envelope)]);
  }
}

/** Listens to PostgreSQL's notifications. */
export class PostgresFeedReceiver extends FeedReceiver {
  private notices: Notices | undefined;

  constructor(private readonly url: string) {
    super();
  }

  listen(listener: FeedListener): void {
    this.notices = new Notices(this.url, FEED_CHANNEL, {
      noticed: (text) => listener.told(JSON.parse(text) as EnvelopeCloudEvent),
      lost: () => listener.interrupted(),
      back: () => listener.begun(),
    });
  }

  async close(): Promise<void> {
    await this.notices?.close();
  }
}
