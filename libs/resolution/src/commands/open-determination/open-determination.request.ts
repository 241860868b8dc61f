import { IsIn } from 'class-validator';
import { DETERMINATION_BASES, type DeterminationBasis } from '../../resolution-case/resolution-case.codes.js';

export class OpenDeterminationRequest {
  @IsIn(DETERMINATION_BASES)
  readonly basis: DeterminationBasis;
}
