import { IsId } from '#kernel/http';

export class MergeCaseRequest {
  /** The case that goes on. */
  @IsId()
  readonly into: string;
}
