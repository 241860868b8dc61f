import { IdPath, IsId } from '#kernel/http';

/** The path of a proposed duplicate of a record. */
export class DuplicatePath extends IdPath {
  @IsId()
  readonly otherId: string;
}
