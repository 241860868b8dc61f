import { IsIn } from 'class-validator';
import { PRECISIONS, type Precision } from '#kernel/core';
import { IsInstantWithZone, toInstant } from '#kernel/http';
import type { KnownTime } from './safety-event.times.js';

/** A time, and how exactly it is known. */
export class KnownTimeRequest {
  @IsInstantWithZone()
  readonly value: string;

  @IsIn(PRECISIONS)
  readonly precision: Precision;
}

/** A validated time as the rules have it. */
export const toKnownTime = ({ value, precision }: KnownTimeRequest): KnownTime => ({
  value: toInstant(value),
  precision,
});
