import net from 'node:net';
import { Passage } from './passage.js';
import type { Direction, LaidTrap, Trap, Weather, Wire } from './wire.js';

/** A wire between two programs that a test can make worse. Bytes are looked at and held, never changed. */
export class FaultProxy implements Wire {
  weather: Weather = {};
  trap: LaidTrap | undefined;
  private readonly passages = new Set<Passage>();
  private readonly server: net.Server;

  private constructor(
    private readonly target: { readonly host: string; readonly port: number },
    readonly chance: () => number,
  ) {
    this.server = net.createServer((client) => this.admit(client));
  }

  /** A proxy before the server of a URL. `chance` makes its jitter repeatable. */
  static async before(url: string, chance: () => number = Math.random): Promise<FaultProxy> {
    const { hostname, port } = new URL(url);
    const proxy = new FaultProxy({ host: hostname, port: Number(port) }, chance);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as net.AddressInfo).port;
  }

  /** How many connections go through it now. */
  get connections(): number {
    return this.passages.size;
  }

  /** A URL of the server as it reads through this proxy. */
  url(of: string): string {
    return Object.assign(new URL(of), { host: `127.0.0.1:${this.port}` }).href;
  }

  /** Bytes of these directions vanish until it heals. */
  cut(...directions: readonly Direction[]): void {
    this.weather = { ...this.weather, cut: directions };
  }

  /** Every connection there is falls silent for good, as when a firewall has forgotten it; new ones are fine. */
  silence(): void {
    for (const passage of this.passages) passage.silent = true;
  }

  /** Breaks every connection there is, audibly. */
  reset(): void {
    for (const passage of this.passages) passage.reset();
  }

  /** Good weather again. A connection that has lost bytes cannot go on, and breaks. */
  heal(): void {
    this.weather = {};
    for (const passage of this.passages) if (passage.torn && !passage.silent) passage.reset();
  }

  /** Holds the next answer to a request that holds this text; all of it, or what follows its first half. */
  holdAnswerTo(request: string, { half = false, port }: { half?: boolean; port?: number } = {}): Trap {
    let [spring, release] = [() => {}, () => {}];
    const sprung = new Promise<void>((resolve) => {
      spring = resolve;
    });
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.trap = { request, half, ...(port !== undefined && { port }), sprung, released, spring, release };
    return this.trap;
  }

  async close(): Promise<void> {
    this.trap?.release();
    for (const passage of this.passages) passage.reset();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private admit(client: net.Socket): void {
    const passage = new Passage(client, this.weather.halfOpen ? undefined : net.connect(this.target), this);
    this.passages.add(passage);
    passage.onGone = () => this.passages.delete(passage);
  }
}
