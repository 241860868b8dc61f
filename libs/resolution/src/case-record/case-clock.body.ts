import { IsBoolean, IsIn, IsString } from 'class-validator';
import { DEADLINE_STATES } from '#kernel/clocks';
import { Absent, IsId, IsInstantWithZone } from '#kernel/http';
import type { NextCommand } from '../resolution-case/next.js';
import type { CaseClock } from './case-deadlines.js';

/** A clock of the case. */
export class CaseClockBody {
  /** As in `DL-17`. */
  @IsString()
  kind: string;

  @Absent()
  @IsString()
  title?: string;

  /** What it is about, where a case has several clocks of one kind. */
  @Absent()
  @IsString()
  subject?: string;

  @IsIn(DEADLINE_STATES)
  state: CaseClock['state'];

  @IsInstantWithZone()
  startsAt: string;

  @IsInstantWithZone()
  dueAt: string;

  /** When it was done, in time or late. */
  @Absent()
  @IsInstantWithZone()
  metAt?: string;

  /** Who answers for it. */
  @Absent()
  @IsId()
  owner?: string;

  /** Past, not done, and not standing still. */
  @IsBoolean()
  late: boolean;
}

/** A step that the rules would take on the case now, and its reader may send. */
export class NextCommandBody {
  /** The command, as in `OpenDetermination`. */
  @IsString()
  command: NextCommand['command'];
}
