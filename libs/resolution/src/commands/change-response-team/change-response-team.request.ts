import { IsId, IsIds } from '#kernel/http';

export class ChangeResponseTeamRequest {
  /** All who are on it from now on, by id. */
  @IsIds(100)
  readonly members: readonly string[];

  /** One of the members. */
  @IsId()
  readonly communicationLead: string;
}
