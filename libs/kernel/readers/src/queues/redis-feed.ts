import type { Redis } from 'ioredis';
import type { EnvelopeCloudEvent } from '../cloud-event.js';
import { type FeedListener, FeedReceiver, type FeedSender } from '../feed.js';

const channelOf = (prefix: string): string => `${prefix}:feed`;

/** Speaks through Redis's publish and subscribe: to whoever listens at that moment, and to nobody later. */
export class RedisFeedSender implements FeedSender {
  constructor(
    private readonly connection: Redis,
    private readonly prefix: string,
  ) {}

  async send(envelope: EnvelopeCloudEvent): Promise<void> {
    await this.connection.publish(channelOf(this.prefix), JSON.stringify(envelope));
  }
}

/**
 * Listens on a connection of its own, which it ends. It subscribes anew at every connect, and only then says that the
 * feed has begun: whatever was sent before is known to be missing.
 */
export class RedisFeedReceiver extends FeedReceiver {
  constructor(
    private readonly connection: Redis,
    private readonly prefix: string,
  ) {
    super();
  }

  listen(listener: FeedListener): void {
    const channel = channelOf(this.prefix);
    const subscribe = () =>
      this.connection.subscribe(channel).then(
        () => listener.begun(),
        () => undefined, // the connection went again: it will be ready again
      );
    this.connection.on('message', (_channel, text) => listener.told(JSON.parse(text) as EnvelopeCloudEvent));
    this.connection.on('close', () => listener.interrupted());
    this.connection.on('ready', subscribe);
    if (this.connection.status === 'ready') void subscribe();
  }

  async close(): Promise<void> {
    this.connection.removeAllListeners('close');
    this.connection.disconnect();
  }
}
