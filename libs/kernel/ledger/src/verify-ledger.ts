import type { Statements } from '#kernel/platform';
import { type BlockToVerify, ChainWalk, type EventToVerify, type Flaw } from './chain-walk.js';
import { safePosition } from './safe-position.js';
import { blocksToVerify, eventsToVerify, headToVerify } from './verify.sql.js';

/** How many positions are looked at in one transaction. */
const STRETCH = 2000;

/** What became of a verification. `told` means that a told clock has written to this ledger: no real history. */
export interface Verification {
  readonly ok: boolean;
  /** The last position there should be. */
  readonly positions: number;
  readonly told: boolean;
  /** The first position that is not as it was written. */
  readonly firstBad?: number;
  readonly problem?: string;
}

interface HeadRow {
  readonly position: string;
  readonly chain: Buffer;
  readonly told: boolean;
  readonly last_event: string | null;
  readonly last_block: string | null;
}

/**
 * Recomputes a ledger from what is stored, without the database's own hashing: every leaf, gapless positions, revisions
 * that follow each other, a receipt for every event's command, the chain of every block, and a head that agrees with the
 * last of them. Claims and placements are outside the chain and not looked at. What is appended
 * meanwhile is left for the next time. Needs a database that sees all organizations; `onProgress` gets the positions done.
 */
export const verifyLedger = async (
  db: Pick<Statements, 'across'>,
  ledger: number,
  onProgress?: (done: number, of: number) => void,
): Promise<Verification> => {
  const [head] = await db.across((tx) => tx.query<HeadRow>(headToVerify, [ledger]));
  if (!head) throw new Error(`There is no ledger ${ledger}`);
  const positions = safePosition(head.position);
  const walk = new ChainWalk();
  while (walk.position < positions) {
    const upTo = Math.min(walk.position + STRETCH, positions);
    const flaw = await stretch(db, ledger, walk, upTo);
    if (flaw) return found(head, flaw);
    onProgress?.(upTo, positions);
  }
  const flaw = flawOfEnd(head, walk);
  return flaw ? found(head, flaw) : { ok: true, positions, told: head.told };
};

const stretch = async (
  db: Pick<Statements, 'across'>,
  ledger: number,
  walk: ChainWalk,
  upTo: number,
): Promise<Flaw | undefined> => {
  const bounds = [ledger, walk.position, upTo];
  const [events, blocks] = await db.across(
    async (tx) =>
      [
        await tx.query<EventToVerify>(eventsToVerify, bounds),
        await tx.query<BlockToVerify>(blocksToVerify, bounds),
      ] as const,
  );
  const flaw = walk.take(events, blocks);
  if (flaw) return flaw;
  return walk.position < upTo
    ? { position: walk.position + 1, problem: 'the event at this position is missing' }
    : undefined;
};

const flawOfEnd = (head: HeadRow, walk: ChainWalk): Flaw | undefined => {
  if (walk.uncovered <= walk.position)
    return { position: walk.uncovered, problem: 'the block that covers this position is missing' };
  if (safePosition(head.last_event ?? 0) > walk.position || safePosition(head.last_block ?? 0) > walk.position)
    return { position: walk.position + 1, problem: 'there is more behind the head than it says' };
  if (!walk.chain.equals(head.chain))
    return { position: walk.position, problem: 'the head does not agree with the chain' };
  return undefined;
};

const found = ({ position, told }: HeadRow, flaw: Flaw): Verification => ({
  ok: false,
  positions: safePosition(position),
  told,
  firstBad: flaw.position,
  problem: flaw.problem,
});
