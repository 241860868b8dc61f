import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { Absent, IsInstantWithZone, IsText, LateEntry, toInstant } from '#kernel/http';
import { COMPONENTS, type Component } from './offer.codes.js';
import type { Terms } from './offers.rules.js';

/** What is offered. */
export class OfferTermsRequest extends LateEntry {
  /** What it is made of. Before money, a waived bill or future care is offered, they were told that they may have a lawyer. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(COMPONENTS.length)
  @ArrayUnique()
  @IsIn(COMPONENTS, { each: true })
  readonly components: readonly Component[];

  /** The money in it, in US cents. Counsel's: who has no part in that does not see it. */
  @Absent()
  @IsInt()
  @Min(1)
  @Max(100_000_000_000)
  readonly cents?: number;

  /** The terms in words, as patient and family have them. Sealed where it is stored. */
  @IsText(10_000)
  readonly terms: string;

  /** Whether who accepts gives up further claims. */
  @IsBoolean()
  readonly releaseRequired: boolean;

  /** Until when it can be signed. */
  @IsInstantWithZone()
  readonly validUntil: string;
}

/** Validated terms as the command's data. */
export const toTerms = ({ validUntil, ...told }: Omit<OfferTermsRequest, keyof LateEntry>): Terms => ({
  ...told,
  validUntil: toInstant(validUntil),
});
