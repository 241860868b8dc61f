import type net from 'node:net';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type { Direction, Wire } from './wire.js';

/** One connection through a fault proxy: two directions, each in its order. */
export class Passage {
  /** It has lost bytes: whatever came after them would make no sense. */
  torn = false;
  /** It carries nothing any more, and says so to nobody. */
  silent = false;
  onGone: () => void = () => undefined;
  private trapped = false;
  private readonly due: Record<Direction, number> = { requests: 0, replies: 0 };

  /** Without an `upstream` it is half open: accepted, and that is all. */
  constructor(
    private readonly client: net.Socket,
    private readonly upstream: net.Socket | undefined,
    private readonly wire: Wire,
  ) {
    client.setNoDelay(true);
    upstream?.setNoDelay(true);
    this.torn = upstream === undefined;
    this.join(client, upstream, 'requests');
    if (upstream) this.join(upstream, client, 'replies');
  }

  reset(): void {
    this.client.resetAndDestroy();
    this.upstream?.resetAndDestroy();
    this.onGone();
  }

  private join(from: net.Socket, to: net.Socket | undefined, direction: Direction): void {
    let carried: Promise<void> = Promise.resolve();
    from.on('data', (bytes: Buffer) => {
      carried = carried.then(() => this.carry(bytes, to, direction));
    });
    from.on('error', () => undefined); // its close follows
    from.on('close', () => {
      carried = carried.then(() => {
        if (this.lost(direction)) return; // the end of it is not heard either
        this.client.destroy();
        this.upstream?.destroy();
        this.onGone();
      });
    });
  }

  private async carry(bytes: Buffer, to: net.Socket | undefined, direction: Direction): Promise<void> {
    await this.delay(direction);
    if (this.lost(direction)) return;
    const rest = direction === 'requests' ? this.noticed(bytes) : await this.held(bytes, to);
    if (this.lost(direction)) return;
    const slice = this.wire.weather.slice ?? rest.length;
    for (let at = 0; at < rest.length; at += slice) {
      if (at > 0) await turn();
      if (to?.writable) to.write(rest.subarray(at, at + slice));
    }
  }

  /** Waits as long as the wire is; a byte never overtakes another. */
  private async delay(direction: Direction): Promise<void> {
    const { latency = 0, jitter = 0 } = this.wire.weather;
    if (latency + jitter === 0) return;
    const now = performance.now();
    this.due[direction] = Math.max(this.due[direction], now + latency + jitter * this.wire.chance());
    await pause(this.due[direction] - now);
  }

  private lost(direction: Direction): boolean {
    if (!this.silent && this.upstream && !this.wire.weather.cut?.includes(direction)) return false;
    this.torn = true;
    return true;
  }

  private noticed(bytes: Buffer): Buffer {
    const { trap } = this.wire;
    const meant = trap && (trap.port ?? this.client.remotePort) === this.client.remotePort;
    if (meant && bytes.includes(trap.request)) this.trapped = true;
    return bytes;
  }

  /** Where this answer is one that a trap waits for: keeps it, or its second half, until the trap is opened. */
  private async held(bytes: Buffer, to: net.Socket | undefined): Promise<Buffer> {
    const { trap } = this.wire;
    if (!trap || !this.trapped) return bytes;
    this.trapped = false;
    this.wire.trap = undefined; // one answer is enough
    const first = trap.half ? bytes.length >> 1 : 0;
    if (first > 0 && to?.writable) to.write(bytes.subarray(0, first));
    trap.spring();
    await trap.released;
    return bytes.subarray(first);
  }
}
