import { IsIn } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
import {
  CRITERIA,
  CRITERION_RESULTS,
  type Criterion,
  type CriterionResult,
} from '../../resolution-case/resolution-case.codes.js';

export class AssessCriterionRequest {
  @IsIn(CRITERIA)
  readonly criterion: Criterion;

  @IsIn(CRITERION_RESULTS)
  readonly result: CriterionResult;

  /** On what it rests: the review, a report or a record that it refers to, for counsel. Sealed where it is stored. */
  @Absent()
  @IsText(500)
  readonly basisRef?: string;

  /** For counsel. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly rationale?: string;
}
