import { IsIn, IsInt, IsString } from 'class-validator';
import { ROLES, type Role } from '#kernel/core';
import { IsId, IsInstantWithZone, IsListOf, Means } from '#kernel/http';

/** Somebody to whom a safety event was shown. */
export class ReaderBody {
  @IsId()
  person: string;

  @Means('In which role they looked.')
  @IsIn(ROLES)
  role: Role;

  @Means('By which action, as `safety-event.read` for the record and `safety-event.list` for a line of codes.')
  @IsString()
  action: string;

  @IsInstantWithZone()
  firstAt: string;

  @IsInstantWithZone()
  lastAt: string;

  @IsInt()
  times: number;
}

/** By whom a safety event was seen, latest first; whoever reported it is left out. */
export class ReadersBody {
  @Means('How many persons.')
  @IsInt()
  persons: number;

  @IsListOf(() => ReaderBody, 10_000)
  items: readonly ReaderBody[];
}
