import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** What a listener to notices hears. */
export interface NoticeListener {
  noticed(text: string): void;
  /** The connection is gone: nothing is heard until it is back. */
  lost(): void;
  /** From now on everything is heard. */
  back(): void;
}

const AGAIN_MS = 500;
const PROBE_MS = 10_000;

/** Hears PostgreSQL's notifications on one channel, on a connection of its own, and connects again for as long as it is open. */
export class Notices {
  private client: pg.Client | undefined;
  private open = true;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly listener: NoticeListener,
  ) {
    void this.stay();
  }

  async close(): Promise<void> {
    this.open = false;
    await this.client?.end().catch(() => undefined);
  }

  private async stay(): Promise<void> {
    while (this.open) {
      await this.listen().catch(() => undefined);
      if (this.open) await pause(AGAIN_MS, undefined, { ref: false });
    }
  }

  /** Listens until the connection breaks. */
  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: 3000,
      query_timeout: 5000,
      keepAlive: true,
      application_name: 'forthright-feed',
    });
    const broken = new Promise<void>((resolve) => client.once('end', resolve).on('error', () => resolve()));
    client.on('notification', ({ payload }) => this.listener.noticed(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${this.channel}`);
      this.client = client;
      if (!this.open) return;
      this.listener.back();
      await Promise.race([broken, this.probing(client)]);
      if (this.open) this.listener.lost();
    } finally {
      this.client = undefined;
      await client.end().catch(() => undefined);
    }
  }

  /** Asks now and then, since a connection can go silently. Ends when there is no answer. */
  private async probing(client: pg.Client): Promise<void> {
    while (this.open) {
      await pause(PROBE_MS, undefined, { ref: false });
      await client.query('select');
    }
  }
}
