import { IdPath, IsId } from '#kernel/http';

/** The path of one offer of a case. */
export class OfferPath extends IdPath {
  @IsId()
  readonly offer: string;
}
