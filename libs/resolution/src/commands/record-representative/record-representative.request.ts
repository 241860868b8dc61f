import { IsBoolean, IsIn } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
import {
  AUTHORITIES,
  AUTHORITY_BASES,
  type Authority,
  type AuthorityBasis,
  RELATIONS,
  type Relation,
} from '../../resolution-case/people.codes.js';

export class RecordRepresentativeRequest {
  /** Decides for the patient, or is involved in their care and may hear what concerns it. */
  @IsIn(AUTHORITIES)
  readonly authority: Authority;

  /** What they are to the patient. */
  @IsIn(RELATIONS)
  readonly relation: Relation;

  /** What the authority rests on. */
  @IsIn(AUTHORITY_BASES)
  readonly basis: AuthorityBasis;

  /** Papers were seen, or the patient said so themselves. */
  @IsBoolean()
  readonly verified: boolean;

  /** May accept money in the patient's name: only who decides, and was verified. */
  @IsBoolean()
  readonly maySettle: boolean;

  /** What one who is involved may hear of. Left out: what concerns the care they take part in. Sealed where it is stored. */
  @Absent()
  @IsText(1000)
  readonly shareScope?: string;

  /** Sealed where it is stored. */
  @IsText(200)
  readonly name: string;

  /** How they are reached. Sealed where it is stored. */
  @Absent()
  @IsText(500)
  readonly contact?: string;
}
