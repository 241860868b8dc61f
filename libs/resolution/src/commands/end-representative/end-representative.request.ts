import { IsIn } from 'class-validator';
import { REPRESENTATION_ENDS, type RepresentationEnd } from '../../resolution-case/people.codes.js';

export class EndRepresentativeRequest {
  /** Who is suspected to have caused the harm can never be recorded again. */
  @IsIn(REPRESENTATION_ENDS)
  readonly reason: RepresentationEnd;
}
