import { ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import { CONCERN_KINDS, type ConcernKind } from '../../concern/concern.codes.js';

export class ClassifyConcernRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(CONCERN_KINDS, { each: true })
  readonly kinds: readonly ConcernKind[];

  /** A formal grievance: it is answered in writing, whatever else is done, and stays one until then. */
  @IsBoolean()
  readonly grievance: boolean;
}
