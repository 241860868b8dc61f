import { tooMany } from '#kernel/http';
import type { Floods } from './floods.js';
import type { PublicFacility } from './public-facilities.js';

/** How a submission comes in. */
export interface Admission {
  /** It came in a flood: it is kept, and somebody looks through it before it is worked on. */
  readonly quarantined: boolean;
}

/** Lets submissions of the public in, as many as an organization can look through. */
export class PublicGate {
  constructor(private readonly floods: Floods) {}

  /**
   * Counts a submission that is about to be stored. Call it when all fields are checked, before the command is sent.
   * Throws a problem (429, with the facility's telephone number) where the organization's hour is full.
   */
  async admit({ org, phone }: Pick<PublicFacility, 'org' | 'phone'>): Promise<Admission> {
    const taken = await this.floods.take(org);
    if (taken.as === 'full') throw tooMany(taken.seconds, phone);
    return { quarantined: taken.as === 'quarantined' };
  }
}
