import { IdPath, IsId } from '#kernel/http';

/** The path of somebody recorded in a case, by the id that the case gave them. */
export class PersonPath extends IdPath {
  @IsId()
  readonly person: string;
}
