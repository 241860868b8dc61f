import { IsId } from '#kernel/http';

export class AssignConcernRequest {
  /** Who takes care of it from here. */
  @IsId()
  readonly owner: string;
}
