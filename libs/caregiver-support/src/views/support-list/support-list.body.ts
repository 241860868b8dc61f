import { IsBoolean, IsIn, IsInt, IsString, Min } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf, Means } from '#kernel/http';
import {
  RELATIONS,
  type Relation,
  SUPPORT_STATES,
  type SupportState,
  TIERS,
  type Tier,
} from '../../caregiver-support/caregiver-support.codes.js';

/** The support that is owed to one person. */
export class SupportBody {
  @IsId()
  id: string;

  @Means('Who was involved, by id. Absent where they were forgotten.')
  @Absent()
  @IsId()
  staff?: string;

  @Absent()
  @IsId()
  facilityId?: string;

  @IsIn(RELATIONS)
  relation: Relation;

  @IsIn(SUPPORT_STATES)
  status: SupportState;

  /** Of the last offer. */
  @Absent()
  @IsIn(TIERS)
  tier?: Tier;

  @Means(
    'Who gives it, by id: the one who offered it last. Absent where nobody has taken it up yet, or it was handed on.',
  )
  @Absent()
  @IsId()
  supporter?: string;

  /** How many offers were made. */
  @IsInt()
  offers: number;

  @IsInstantWithZone()
  identifiedAt: string;

  @Means('Until when the first offer is owed. Absent where no clock runs.')
  @Absent()
  @IsInstantWithZone()
  dueAt?: string;

  /** The first offer is owed, and its time is past. */
  @IsBoolean()
  late: boolean;

  @Absent()
  @IsInstantWithZone()
  firstOfferedAt?: string;

  @Absent()
  @IsInstantWithZone()
  lastOfferedAt?: string;

  @Absent()
  @IsInstantWithZone()
  answeredAt?: string;

  /** How often they met. */
  @IsInt()
  contacts: number;

  @Absent()
  @IsInstantWithZone()
  lastContactAt?: string;

  @Absent()
  @IsInstantWithZone()
  endedAt?: string;

  @IsInt()
  revision: number;
}

/** A page of those who are owed support. */
export class SupportListPage {
  @IsListOf(() => SupportBody, 200)
  items: readonly SupportBody[];

  /** The cursor of the page that follows; absent on the last one. */
  @Absent()
  @IsString()
  next?: string;

  @Means('How many are missing here or older than recorded, since something could not be read.')
  @Absent()
  @IsInt()
  @Min(1)
  withheld?: number;
}
