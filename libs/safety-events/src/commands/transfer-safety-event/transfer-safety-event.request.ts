import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsInstantWithZone, IsText } from '#kernel/http';
import { TRANSFERRED_PARTS, type TransferredPart } from '../../safety-event/follow-up.codes.js';

export class TransferSafetyEventRequest {
  /** The other organization, by name. */
  @IsText(200)
  readonly toOrganization: string;

  /** Who accepted it there, by name or office. Sealed where it is stored. */
  @IsText(200)
  readonly acceptedBy: string;

  @IsInstantWithZone()
  readonly acceptedAt: string;

  /** What goes along. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(TRANSFERRED_PARTS.length)
  @ArrayUnique()
  @IsIn(TRANSFERRED_PARTS, { each: true })
  readonly what: readonly TransferredPart[];
}
