import { IsBoolean } from 'class-validator';
import { IsId } from '#kernel/http';

export class ChangeLiaisonRequest {
  /** Somebody who works here, was not involved in the harm, and is not the liaison yet. */
  @IsId()
  readonly liaison: string;

  /** Whether the patient has been given a way to reach them. */
  @IsBoolean()
  readonly contactGiven: boolean;
}
