import { randomBytes } from 'node:crypto';

/** The only source of what nobody may guess. */
export abstract class Randomness {
  abstract bytes(count: number): Buffer;
}

/** The operating system's. */
export class SystemRandomness extends Randomness {
  bytes(count: number): Buffer {
    return randomBytes(count);
  }
}
