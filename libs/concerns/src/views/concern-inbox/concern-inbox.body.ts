import { IsArray, IsBoolean, IsIn, IsInt, IsString, Min } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf, Means } from '#kernel/http';
import {
  CONCERN_CATEGORIES,
  CONCERN_CHANNELS,
  CONCERN_KINDS,
  CONCERN_SEVERITIES,
  CONCERN_STATES,
  type ConcernCategory,
  type ConcernChannel,
  type ConcernKind,
  type ConcernSeverity,
  type ConcernState,
} from '../../concern/concern.codes.js';
import { CONCERN_STEPS, type ConcernStep } from './next-steps.js';

/** A step that the concern waits for. */
export class NextConcernStepBody {
  @IsIn(CONCERN_STEPS)
  step: ConcernStep;

  /** Until when it is owed; absent where no time is set. */
  @Absent()
  @IsInstantWithZone()
  dueAt?: string;

  @IsBoolean()
  late: boolean;
}

/** One line of the inbox. A reader who may see no field of a concern gets its id, times and revision. */
export class ConcernLine {
  @IsId()
  id: string;

  @Absent()
  @IsIn(CONCERN_STATES)
  status?: ConcernState;

  /** Whether somebody here owes anything on it. */
  @Absent()
  @IsBoolean()
  open?: boolean;

  @Absent()
  @IsIn(CONCERN_CHANNELS)
  channel?: ConcernChannel;

  @Absent()
  @IsId()
  facilityId?: string;

  @Absent()
  @IsId()
  unitId?: string;

  @Absent()
  @IsString()
  language?: string;

  @Absent()
  @IsIn(CONCERN_CATEGORIES)
  category?: ConcernCategory;

  @Absent()
  @IsArray()
  @IsIn(CONCERN_KINDS, { each: true })
  kinds?: readonly ConcernKind[];

  @Absent()
  @IsBoolean()
  grievance?: boolean;

  @Absent()
  @IsIn(CONCERN_SEVERITIES)
  severity?: ConcernSeverity;

  @Absent()
  @IsId()
  owner?: string;

  @Absent()
  @IsBoolean()
  anonymous?: boolean;

  @Absent()
  @IsBoolean()
  reachable?: boolean;

  /** Somebody is in danger, and nobody has said what was done about it. */
  @Absent()
  @IsBoolean()
  stillAtRisk?: boolean;

  /** It came in a flood, and nobody has said that it is a real one. */
  @Absent()
  @IsBoolean()
  quarantined?: boolean;

  @Absent()
  @IsBoolean()
  spamProposed?: boolean;

  /** The submitter wrote, and nobody here has done anything since. */
  @Absent()
  @IsBoolean()
  newWords?: boolean;

  /** Merged into this one, and owed a written answer, by id. */
  @Absent()
  @IsArray()
  @IsString({ each: true })
  owed?: readonly string[];

  @Absent()
  @IsId()
  mergedInto?: string;

  @Absent()
  @IsId()
  safetyEventId?: string;

  @IsInstantWithZone()
  receivedAt: string;

  @Absent()
  @IsInstantWithZone()
  acknowledgedAt?: string;

  @Absent()
  @IsInstantWithZone()
  respondedAt?: string;

  @Absent()
  @IsInstantWithZone()
  endedAt?: string;

  /** When the notice of a delay promised the answer. */
  @Absent()
  @IsInstantWithZone()
  promisedAt?: string;

  @IsInstantWithZone()
  lastMovedAt: string;

  /** Until when the most pressing step is owed; absent where no time is set. */
  @Absent()
  @IsInstantWithZone()
  dueAt?: string;

  /** What the concern waits for, most pressing first. */
  @Absent()
  @IsListOf(() => NextConcernStepBody, 20)
  next?: readonly NextConcernStepBody[];

  @IsInt()
  revision: number;
}

/** A page of the inbox. */
export class ConcernPage {
  @IsListOf(() => ConcernLine, 200)
  items: readonly ConcernLine[];

  /** The cursor of the page that follows; absent on the last one. */
  @Absent()
  @IsString()
  next?: string;

  @Means(
    'How many concerns of the organization, filtered out or not, are missing here or older than what was recorded of them, since something in them could not be read yet. Absent where there are none, and for those who may see their own only.',
  )
  @Absent()
  @IsInt()
  @Min(1)
  withheld?: number;
}
