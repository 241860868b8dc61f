import { IsIn, IsInt, IsString, Matches } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf } from '#kernel/http';
import { STATES, type State } from '../attached.js';
import { BRINGERS, type Bringer, FILES_LIMIT, MEDIA_TYPES, type MediaType } from '../attachment/attachment.codes.js';

/** A file of a record. */
export class AttachmentBody {
  @IsId()
  id: string;

  /** What it was called; absent where it was forgotten. */
  @Absent()
  @IsString()
  name?: string;

  @IsIn(MEDIA_TYPES)
  mediaType: MediaType;

  /** In bytes. */
  @IsInt()
  size: number;

  @Matches(/^[0-9a-f]{64}$/)
  sha256: string;

  @IsIn(BRINGERS)
  from: Bringer;

  /** Who attached it, where that is oneself. */
  @Absent()
  @IsId()
  by?: string;

  @IsInstantWithZone()
  addedAt: string;

  /** `quarantined`: wait; `infected`: nobody gets it; `unscanned`: there is no scanner here, take care. */
  @IsIn(STATES)
  state: State;

  /** The scanner that said so; `none` where there is none. */
  @Absent()
  @IsString()
  engine?: string;
}

/** In the order in which they came. */
export class AttachmentsBody {
  @IsListOf(() => AttachmentBody, FILES_LIMIT)
  items: readonly AttachmentBody[];
}
