import { ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import { Absent, IsId, IsIds, IsInstantWithZone, IsListOf, IsText, IsTexts, LateEntry, toInstant } from '#kernel/http';
import type { ToldConversation } from './conversation.telling.js';
import { APOLOGIES, type Apology, ATTENDEES, type Attendee, MODES, type Mode } from './resolution-case.codes.js';

/** A promise, who keeps it and until when. */
export class PromiseRequest {
  /** What was promised, in their words. Sealed where it is stored. */
  @IsText(2000)
  readonly text: string;

  /** Who keeps it. Left out: who records it. */
  @Absent()
  @IsId()
  readonly owner?: string;

  @IsInstantWithZone()
  readonly dueAt: string;
}

/** The record of any conversation (domain.md 1.2). */
class ConversationRequest extends LateEntry {
  @IsIn(MODES)
  readonly mode: Mode;

  /** Who was there; the patient or a representative among them. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ATTENDEES, { each: true })
  readonly attendees: readonly Attendee[];

  /** Which of the recorded representatives and relatives were there. */
  @Absent()
  @IsIds(20)
  readonly persons?: readonly string[];

  @IsBoolean()
  readonly interpreterUsed: boolean;

  /** Sorrow may be said at once; responsibility waits for the determination. */
  @IsIn(APOLOGIES)
  readonly apology: Apology;

  /** What was told, as kept facts; all of them cleared for sharing. */
  @Absent()
  @IsIds(100)
  readonly factIds?: readonly string[];

  /** What was told, in words. The patient may see it. Sealed where it is stored. */
  @IsText(20_000)
  readonly factsTold: string;

  /** What they asked, to be answered. Sealed where it is stored. */
  @Absent()
  @IsTexts(50, 2000)
  readonly questions?: readonly string[];

  /** What they were promised. */
  @Absent()
  @IsListOf(() => PromiseRequest, 50)
  readonly promises?: readonly PromiseRequest[];

  /** What they were given. Sealed where it is stored. */
  @Absent()
  @IsTexts(50, 200)
  readonly materials?: readonly string[];

  @IsBoolean()
  readonly documentedInChart: boolean;

  /** Whether who led it was trained for it. */
  @IsBoolean()
  readonly trained: boolean;

  /** Why somebody who was not led it all the same. Sealed where it is stored. */
  @Absent()
  @IsText(1000)
  readonly overrideReason?: string;
}

/** The record of the first conversation: nobody leaves it without knowing when they hear from us next. */
export class FirstConversationRequest extends ConversationRequest {
  /** When they hear from us next. */
  @IsInstantWithZone()
  readonly nextContactAt: string;
}

/** The record of a conversation after it. */
export class FollowUpRequest extends ConversationRequest {
  /** When they hear from us next; left out where they wish it otherwise. */
  @Absent()
  @IsInstantWithZone()
  readonly nextContactAt?: string;
}

/** A validated conversation as the commands have it. */
export const toConversation = ({
  nextContactAt,
  promises,
  ...told
}: Omit<FollowUpRequest, keyof LateEntry>): ToldConversation => ({
  ...told,
  ...(promises && { promises: promises.map(({ dueAt, ...one }) => ({ ...one, dueAt: toInstant(dueAt) })) }),
  ...(nextContactAt && { nextContactAt: toInstant(nextContactAt) }),
});
