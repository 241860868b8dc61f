import { IsIn } from 'class-validator';
import { RESOLUTION_KINDS, type ResolutionKind } from '../../resolution-case/resolution-case.codes.js';

export class ReachResolutionRequest {
  @IsIn(RESOLUTION_KINDS)
  readonly kind: ResolutionKind;
}
