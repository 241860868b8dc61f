import { createHash } from 'node:crypto';
import { type LeafFields, leafOf } from './leaf.js';
import { safePosition } from './safe-position.js';

/** An event with its stored leaf, the position of its stream's revision before it, and whether its command has a receipt. */
export interface EventToVerify extends LeafFields {
  readonly leaf: Buffer;
  readonly before: string | null;
  readonly receipted: boolean;
}

/** The end of a batch, with the chain up to it. */
export interface BlockToVerify {
  readonly last_position: string;
  readonly events: number;
  readonly chain: Buffer;
}

/** The first thing that is not as it was written. */
export interface Flaw {
  readonly position: number;
  readonly problem: string;
}

const sha256 = (...parts: readonly Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** Walks along a ledger in order and recomputes what was stored: leaves, revisions, and the chain block by block. */
export class ChainWalk {
  /** The last position seen. */
  position = 0;
  /** The chain up to the last block seen. */
  chain = sha256();
  private leaves: Buffer[] = [];

  /** The first position that no block has covered yet. */
  get uncovered(): number {
    return this.position - this.leaves.length + 1;
  }

  /** Takes the next events and the blocks that end within them; answers the first flaw. */
  take(events: readonly EventToVerify[], blocks: readonly BlockToVerify[]): Flaw | undefined {
    const ends = new Map(blocks.map((block) => [safePosition(block.last_position), block]));
    for (const event of events) {
      const flaw = this.flawOf(event);
      if (flaw !== undefined) return { position: this.position + 1, problem: flaw };
      this.position += 1;
      this.leaves.push(event.leaf);
      const block = ends.get(this.position);
      const broken = block && this.close(block);
      if (broken !== undefined) return broken;
    }
    return undefined;
  }

  private flawOf(event: EventToVerify): string | undefined {
    const position = safePosition(event.position);
    if (position !== this.position + 1) return 'the event at this position is missing';
    if (!leafOf(event).equals(event.leaf)) return 'the event is not as it was written';
    const follows = event.before !== null && safePosition(event.before) < position;
    if (event.revision !== 1 && !follows) return 'the revision before this one is missing';
    if (!event.receipted) return 'the receipt of the command that wrote this event is missing';
    return undefined;
  }

  private close(block: BlockToVerify): Flaw | undefined {
    const first = this.uncovered;
    if (block.events !== this.leaves.length)
      return { position: first, problem: 'the block that covers this position is missing' };
    this.chain = sha256(this.chain, ...this.leaves);
    this.leaves = [];
    return this.chain.equals(block.chain)
      ? undefined
      : { position: first, problem: 'the chain breaks in the block from this position on' };
  }
}
