import { IsId } from '#kernel/http';

export class AssignSafetyEventRequest {
  /** Somebody who works here, by id. */
  @IsId()
  readonly owner: string;
}
