import { IsBoolean, IsIn } from 'class-validator';
import { Absent, IsIds, IsInstantWithZone, IsText, LateEntry, toInstant } from '#kernel/http';
import { CONTACT_CHANNELS, type ContactChannel } from '../../concern/concern.codes.js';
import type { RespondToConcern } from './respond-to-concern.command.js';

/** The answer. The submitter may see it; its words are sealed where they are stored. */
export class RespondToConcernRequest extends LateEntry {
  @IsBoolean()
  readonly written: boolean;

  /** Whom they can ask. */
  @Absent()
  @IsText(200)
  readonly contactPerson?: string;

  /** What was done to look into it. */
  @Absent()
  @IsText(4000)
  readonly steps?: string;

  /** What was found. */
  @Absent()
  @IsText(20_000)
  readonly results?: string;

  /** When looking into it was completed. */
  @Absent()
  @IsInstantWithZone()
  readonly completedOn?: string;

  @IsIn(CONTACT_CHANNELS)
  readonly channel: ContactChannel;

  /** Concerns that were merged into this one, whose submitters got this answer too. */
  @Absent()
  @IsIds(50)
  readonly alsoTo?: readonly string[];
}

/** A validated request as the command's data. */
export const toAnswer = ({
  completedOn,
  ...told
}: Omit<RespondToConcernRequest, keyof LateEntry>): RespondToConcern['data'] => ({
  ...told,
  ...(completedOn && { completedOn: toInstant(completedOn) }),
});
