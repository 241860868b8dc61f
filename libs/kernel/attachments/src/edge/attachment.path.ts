import { IsId } from '#kernel/http';

/** The path of one attachment of a record. */
export class AttachmentPath {
  @IsId()
  readonly id: string;

  @IsId()
  readonly attachmentId: string;
}
