import { IsIn } from 'class-validator';
import { Absent, IsIds, IsText } from '#kernel/http';
import { DETERMINATIONS, type Determination } from '../../resolution-case/resolution-case.codes.js';

export class DetermineCareRequest {
  @IsIn(DETERMINATIONS)
  readonly determination: Determination;

  /** Who determined it. */
  @IsIds(30)
  readonly deciders: readonly string[];

  /** For counsel. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly rationale?: string;
}
