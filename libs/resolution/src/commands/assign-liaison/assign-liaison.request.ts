import { IsBoolean } from 'class-validator';
import { IsId } from '#kernel/http';

export class AssignLiaisonRequest {
  @IsId()
  readonly liaison: string;

  /** Whether the patient has been given a way to reach them. */
  @IsBoolean()
  readonly contactGiven: boolean;
}
