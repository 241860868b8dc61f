import type { Append } from './load.js';

/** Something that appends, set up for a number of writers. */
export interface Contender {
  readonly name: string;
  open(writers: number): Promise<Opened>;
}

export interface Opened {
  readonly append: Append;
  close(): Promise<void>;
}
