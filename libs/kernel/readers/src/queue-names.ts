/** The queue of pokes: "track T, look at ledger L". A bell without content. */
export const READERS_QUEUE = 'readers';

/** The queue on which every event's envelope leaves for other services. */
export const OUTBOUND_QUEUE = 'outbound';

/** The queue of alarms: "some deadline is due, look". A bell without content, too. */
export const CLOCKS_QUEUE = 'clocks';

/** A poke. */
export interface Poke {
  /** A track, or a reader that goes by itself. */
  readonly track: string;
  readonly ledger: number;
}
