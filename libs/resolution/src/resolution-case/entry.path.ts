import { IdPath, IsId } from '#kernel/http';

/** The path of a kept fact, by the id that the case gave it. */
export class EntryPath extends IdPath {
  @IsId()
  readonly entry: string;
}
