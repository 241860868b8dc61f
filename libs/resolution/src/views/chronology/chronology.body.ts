import { IsObject, IsString } from 'class-validator';
import { IsInstantWithZone, IsListOf, Means } from '#kernel/http';
import type { ChronologyStep } from './chronology.js';

/** A step of the story. */
export class ChronologyStepBody {
  @IsInstantWithZone()
  at: string;

  /** The event type, as in `InitialDisclosureHeld`. */
  @IsString()
  type: ChronologyStep['type'];

  @Means('What it said, field by field. A field that was forgotten reads `{ "erased": true }`.')
  @IsObject()
  said: object;
}

/** The story of a case, in order. */
export class ChronologyBody {
  @IsListOf(() => ChronologyStepBody, 10_000)
  steps: readonly ChronologyStepBody[];
}
