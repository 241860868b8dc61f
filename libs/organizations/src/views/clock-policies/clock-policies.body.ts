import { IsArray, IsBoolean, IsIn, IsInt, IsObject, IsString } from 'class-validator';
import {
  CLOCK_KINDS,
  CLOCK_NATURES,
  CLOCK_STATUSES,
  type ClockKind,
  type ClockNature,
  type ClockStatus,
  PAUSE_REASONS,
  type PauseReason,
  type PolicyPack,
  TOLD_ROLES,
  type ToldRole,
} from '#kernel/clocks';
import { Absent, IsId, IsInstantWithZone, IsListOf, Means } from '#kernel/http';

/** How one kind of clock runs. */
export class ClockDefinitionBody {
  @IsString()
  kind: string;

  /** 1 is the one that ships. */
  @IsInt()
  version: number;

  /** From when on it counts; absent for the one that ships. */
  @Absent()
  @IsInstantWithZone()
  since?: string;

  @IsString()
  title: string;

  @IsString()
  starts: string;

  @IsString()
  stops: string;

  @Absent()
  @IsIn(CLOCK_KINDS)
  clock?: ClockKind;

  @Absent()
  @IsInt()
  amount?: number;

  @Means('Whether such clocks run. `measured`: over when they are recorded, so that only measures look at them.')
  @IsIn(['yes', 'no', 'measured'])
  runs: 'yes' | 'no' | 'measured';

  @IsIn(CLOCK_NATURES)
  nature: ClockNature;

  @IsArray()
  @IsIn(PAUSE_REASONS, { each: true })
  pausableFor: readonly PauseReason[];

  @IsInt()
  extensions: number;

  @IsIn(TOLD_ROLES)
  tells: ToldRole;

  @IsBoolean()
  lifeAtRisk: boolean;

  @IsString()
  basis: string;

  @Means(
    '`verified`: its source was read. `unverified`: it rests on memory, and was never checked. `policy`: a choice.',
  )
  @IsIn(CLOCK_STATUSES)
  status: ClockStatus;

  @Absent()
  @IsString()
  note?: string;
}

/** The definitions in force, and every version that there has been of the organization's own. */
export class ClockDefinitionsBody {
  @IsListOf(() => ClockDefinitionBody, 200)
  items: readonly ClockDefinitionBody[];

  @IsListOf(() => ClockDefinitionBody, 10_000)
  versions: readonly ClockDefinitionBody[];
}

/** That an organization, or a facility of it, goes by a pack. */
export class AdoptedPackBody {
  @IsString()
  jurisdiction: string;

  @IsString()
  packVersion: string;

  /** Absent: the whole organization. */
  @Absent()
  @IsId()
  facilityId?: string;

  @IsInstantWithZone()
  since: string;

  @IsId()
  adoptedBy: string;
}

/** What the law of a jurisdiction says, as data. No legal advice. */
export class PolicyPackBody {
  @IsString()
  jurisdiction: string;

  @IsString()
  version: string;

  @IsString()
  title: string;

  /** First day on which it is in force, by the day of the event. */
  @Absent()
  @IsString()
  validFrom?: string;

  @Absent()
  @IsString()
  validTo?: string;

  @Means('Its values, each with its source and with whether anybody has checked it. What is absent was not found.')
  @IsObject()
  values: Omit<PolicyPack, 'jurisdiction' | 'version' | 'title' | 'validFrom' | 'validTo'>;
}

/** The packs that there are, and those that were adopted. */
export class PolicyPacksBody {
  @IsListOf(() => PolicyPackBody, 200)
  items: readonly PolicyPackBody[];

  @IsListOf(() => AdoptedPackBody, 10_000)
  adopted: readonly AdoptedPackBody[];
}
