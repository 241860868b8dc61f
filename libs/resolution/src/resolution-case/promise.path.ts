import { IdPath, IsId } from '#kernel/http';

/** The path of a promise, by the id that the case gave it. */
export class PromisePath extends IdPath {
  @IsId()
  readonly promise: string;
}
