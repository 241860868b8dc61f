import { IsIn } from 'class-validator';
import { Absent, IsInstantWithZone, IsText } from '#kernel/http';
import { TIME_CERTAINTIES, type TimeCertainty } from '../../concern/concern.codes.js';

/** How to reach the submitter. Sealed where it is stored. */
export class ConcernContactRequest {
  @Absent()
  @IsText(50)
  readonly phone?: string;

  @Absent()
  @IsText(200)
  readonly email?: string;

  /** The address for letters. */
  @Absent()
  @IsText(400)
  readonly address?: string;
}

/** When it happened, and how certain that is. */
export class HappenedRequest {
  @IsInstantWithZone()
  readonly from: string;

  /** Left out: at one time. */
  @Absent()
  @IsInstantWithZone()
  readonly until?: string;

  @IsIn(TIME_CERTAINTIES)
  readonly certainty: TimeCertainty;
}
