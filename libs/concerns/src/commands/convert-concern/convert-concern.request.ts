import { IsIn } from 'class-validator';
import { PRECISIONS, type Precision } from '#kernel/core';
import { Absent, IsId, IsInstantWithZone, IsNested, toInstant } from '#kernel/http';
import { EVENT_CLASSES, REPORTED_HARMS, SAFETY_CATEGORIES } from '../../concern/conversion.events.js';
import type { ConvertConcern } from './convert-concern.command.js';

/** When it happened, and how exactly that is known. */
export class ConcernEventTimeRequest {
  @IsInstantWithZone()
  readonly value: string;

  @IsIn(PRECISIONS)
  readonly precision: Precision;
}

export class ConvertConcernRequest {
  /** `incident` reached somebody, `near_miss` did not, `unsafe_condition` raises the chance of it. */
  @IsIn(EVENT_CLASSES)
  readonly eventClass: (typeof EVENT_CLASSES)[number];

  @IsIn(SAFETY_CATEGORIES)
  readonly category: (typeof SAFETY_CATEGORIES)[number];

  /** The harm as the submitter tells of it. */
  @Absent()
  @IsIn(REPORTED_HARMS)
  readonly harmReported?: (typeof REPORTED_HARMS)[number];

  @IsNested(() => ConcernEventTimeRequest)
  readonly eventAt: ConcernEventTimeRequest;

  /** Left out: where the concern says. */
  @Absent()
  @IsId()
  readonly facilityId?: string;

  @Absent()
  @IsId()
  readonly unitId?: string;
}

/** A validated request as the command's data. */
export const toConversion = ({ eventAt, ...told }: ConvertConcernRequest): ConvertConcern['data'] => ({
  ...told,
  eventAt: { value: toInstant(eventAt.value), precision: eventAt.precision },
});
