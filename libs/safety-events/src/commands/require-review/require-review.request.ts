import { IsIn } from 'class-validator';
import { LateEntry } from '#kernel/http';
import {
  REVIEW_METHODS,
  REVIEW_TRIGGERS,
  type ReviewMethod,
  type ReviewTrigger,
} from '../../safety-event/follow-up.codes.js';

/** Triage asks for a review by itself where the actual Safety Assessment Code is 3. */
const TRIGGERS = REVIEW_TRIGGERS.filter((trigger) => trigger !== 'sac_actual_3');

export class RequireReviewRequest extends LateEntry {
  @IsIn(REVIEW_METHODS)
  readonly method: ReviewMethod;

  /** Why it is required. */
  @IsIn(TRIGGERS)
  readonly trigger: ReviewTrigger;
}
