/** The queue of pokes: "reader R, look at ledger L". A bell without content. */
export const READERS_QUEUE = 'readers';

/** The queue on which every event's envelope leaves for other services. */
export const OUTBOUND_QUEUE = 'outbound';

/** A poke. */
export interface Poke {
  readonly reader: string;
  readonly ledger: number;
}
