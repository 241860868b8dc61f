/** How an import came out; the numbers add up: read = accepted + duplicate + refused. */
export interface ImportSummary {
  readonly read: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly refusals: readonly Refused[];
}

/** A row that did not go in, by the line of the file on which it begins. */
export interface Refused {
  readonly line: number;
  readonly reason: string;
}

/** What became of one row. */
export type Outcome = 'accepted' | 'duplicate' | { readonly refused: string };
