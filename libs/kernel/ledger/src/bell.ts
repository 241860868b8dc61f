/** Tells readers that there is something new. Never awaited, never throws: whoever misses it sweeps. */
export abstract class Bell {
  abstract ring(ledger: number, position: number): void;
}
