import { IsIn } from 'class-validator';
import { IsTexts, LateEntry } from '#kernel/http';
import {
  LEADER_GROUPS,
  type LeaderGroup,
  NOTICE_CHANNELS,
  type NoticeChannel,
} from '../../safety-event/safety-event.codes.js';

export class NotifyLeadershipRequest extends LateEntry {
  @IsIn(LEADER_GROUPS)
  readonly group: LeaderGroup;

  /** How they were told. */
  @IsIn(NOTICE_CHANNELS)
  readonly channel: NoticeChannel;

  /** Who was told, by name or office. Sealed where it is stored. */
  @IsTexts(50, 200)
  readonly persons: readonly string[];
}
