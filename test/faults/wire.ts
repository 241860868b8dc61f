/** Which way bytes go: from who connected, or back to them. */
export type Direction = 'requests' | 'replies';

/** What the wire does to bytes on their way. */
export interface Weather {
  /** Milliseconds that every byte takes longer, and how many more it may take by chance. */
  readonly latency?: number;
  readonly jitter?: number;
  /** At most so many bytes arrive together. */
  readonly slice?: number;
  /** Bytes of these directions vanish; nobody is told. */
  readonly cut?: readonly Direction[];
  /** Whoever connects now is accepted and never served. */
  readonly halfOpen?: boolean;
}

/** Stops what is answered to a certain request, so that a test can act in between. */
export interface Trap {
  /** Resolves when such an answer is held. */
  readonly sprung: Promise<void>;
  /** Lets the answer go. */
  release(): void;
}

/** A trap as the wire knows it. */
export interface LaidTrap extends Trap {
  /** What the request holds. */
  readonly request: string;
  /** Whether the first half of the answer goes through. */
  readonly half: boolean;
  /** From which port the request comes; from any where none is said. */
  readonly port?: number;
  readonly released: Promise<void>;
  spring(): void;
}

/** What all connections of one wire share. */
export interface Wire {
  readonly weather: Weather;
  trap: LaidTrap | undefined;
  readonly chance: () => number;
}
