import { IsIn } from 'class-validator';
import { REMOVAL_REASONS, type RemovalReason } from '../attachment/attachment.codes.js';

export class RemoveAttachmentRequest {
  /** That it belongs to another record, was attached in error, or is infected. */
  @IsIn(REMOVAL_REASONS)
  readonly reason: RemovalReason;
}
