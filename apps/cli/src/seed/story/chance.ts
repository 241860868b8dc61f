/** Chance that is the same every time: what it says follows from the name that it is given. */
export class Chance {
  private state: number;

  constructor(name: string) {
    this.state =
      [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0;
  }

  /** From 0 up to 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Whether something happens that happens in this share of all times. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** A number between two. */
  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  /** One of several, all alike. */
  oneOf<T>(all: readonly T[]): T {
    return all[Math.floor(this.next() * all.length)] as T;
  }

  /** One of several, each as often as its weight. */
  weighed<T extends string>(weights: Readonly<Record<T, number>>): T {
    const all = Object.entries(weights) as [T, number][];
    let left = this.next() * all.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [one, weight] of all) {
      left -= weight;
      if (left < 0) return one;
    }
    throw new Error('Nothing has any weight');
  }
}
