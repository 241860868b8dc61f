import { IsId } from '#kernel/http';

export class HandOverPromiseRequest {
  @IsId()
  readonly to: string;
}
