import type { Append, Claim, Expected, Verdict } from '#kernel/ledger';

/** An event as the model keeps it. */
export interface ModelEvent {
  readonly org: string;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly commandId: string;
}

interface Known {
  readonly hash: string;
  readonly stream: string;
  readonly revision: number;
}

/** What is expected of an append: its outcome, and where its last event stands. */
export type Foretold =
  | { readonly outcome: 'appended' | 'repeated'; readonly stream: string; readonly revision: number }
  | { readonly outcome: 'conflict'; readonly revision: number }
  | { readonly outcome: 'claimed'; readonly claim: Claim }
  | { readonly outcome: 'key-reused' | 'absent' | 'unplaced' };

/** The ledger in arrays: what it must do, in as few words as it takes. */
export class StoreModel {
  readonly placed = new Set<string>();
  readonly streams = new Map<string, ModelEvent[]>();
  private readonly commands = new Map<string, Known>();
  private readonly claims = new Set<string>();

  /** Everything that was ever stored, streams in no order. */
  get events(): readonly ModelEvent[] {
    return [...this.streams.values()].flat();
  }

  stream(org: string, stream: string): ModelEvent[] {
    const key = `${org}/${stream}`;
    const known = this.streams.get(key) ?? [];
    this.streams.set(key, known);
    return known;
  }

  append({ org, stream, expected, commandId, requestHash, claims = [], events }: Append): Foretold {
    if (!this.placed.has(org)) return { outcome: 'unplaced' };
    const known = this.commands.get(`${org}/${commandId}`);
    if (known)
      return known.hash === requestHash.toString('hex')
        ? { outcome: 'repeated', stream: known.stream, revision: known.revision }
        : { outcome: 'key-reused' };
    const there = this.stream(org, stream);
    if (!agrees(expected, there.length))
      return expected === 'existing' ? { outcome: 'absent' } : { outcome: 'conflict', revision: there.length };
    const claimOf = ({ scope, key }: Claim) => JSON.stringify([org, scope, key]);
    const taken = claims.find((claim) => this.claims.has(claimOf(claim)));
    if (taken) return { outcome: 'claimed', claim: taken };
    for (const claim of claims) this.claims.add(claimOf(claim));
    for (const { id } of events) there.push({ org, stream, revision: there.length + 1, id, commandId });
    const hash = requestHash.toString('hex');
    this.commands.set(`${org}/${commandId}`, { hash, stream, revision: there.length });
    return { outcome: 'appended', stream, revision: there.length };
  }
}

const agrees = (expected: Expected, revision: number): boolean => {
  if (expected === 'any') return true;
  return expected === 'existing' ? revision > 0 : expected === revision;
};

/** A verdict without what the model cannot foretell: the ledger's number and position. */
export const comparable = (verdict: Verdict): Foretold => {
  if (!('receipt' in verdict)) return verdict;
  const { stream, revision } = verdict.receipt;
  return { outcome: verdict.outcome, stream, revision };
};
