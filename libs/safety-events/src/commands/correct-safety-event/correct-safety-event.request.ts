import { IsIn } from 'class-validator';
import { Absent, IsId, IsNested, IsText } from '#kernel/http';
import { KnownTimeRequest, toKnownTime } from '../../safety-event/known-time.request.js';
import { CATEGORIES, type Category, HARMED, type Harmed } from '../../safety-event/safety-event.codes.js';
import type { CorrectSafetyEvent } from './correct-safety-event.command.js';

export class CorrectSafetyEventRequest {
  @Absent()
  @IsNested(() => KnownTimeRequest)
  readonly eventAt?: KnownTimeRequest;

  @Absent()
  @IsNested(() => KnownTimeRequest)
  readonly discoveredAt?: KnownTimeRequest;

  /** Another unit of the same facility. */
  @Absent()
  @IsId()
  readonly unitId?: string;

  @Absent()
  @IsIn(CATEGORIES)
  readonly category?: Category;

  @Absent()
  @IsIn(HARMED)
  readonly harmed?: Harmed;

  /** Why it was wrong, and how that is known. Sealed where it is stored. */
  @IsText(4000)
  readonly why: string;
}

/** A validated request as the command's data. */
export const toCorrection = ({
  eventAt,
  discoveredAt,
  why,
  ...codes
}: CorrectSafetyEventRequest): CorrectSafetyEvent['data'] => ({
  new: {
    ...codes,
    ...(eventAt && { eventAt: toKnownTime(eventAt) }),
    ...(discoveredAt && { discoveredAt: toKnownTime(discoveredAt) }),
  },
  why,
});
