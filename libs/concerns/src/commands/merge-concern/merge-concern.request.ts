import { ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsId } from '#kernel/http';
import { CONCERN_MATCHES, type ConcernMatch } from '../../concern/concern.codes.js';

export class MergeConcernRequest {
  /** The one that remains. */
  @IsId()
  readonly into: string;

  /** By what the two are known to tell of the same. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(CONCERN_MATCHES, { each: true })
  readonly matchBasis: readonly ConcernMatch[];
}
