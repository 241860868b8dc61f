import { IsIn, IsInt, IsNumber, IsString } from 'class-validator';
import { Absent, IsListOf } from '#kernel/http';
import type { ReadinessReport } from './readiness.js';

export class ReaderBody {
  @IsString()
  reader: string;

  @IsInt()
  version: number;

  /** Named where there are several. */
  @Absent()
  @IsInt()
  ledger?: number;

  /** How far it has read. */
  @IsInt()
  position: number;

  /** How many positions it has not read. */
  @IsInt()
  behind: number;

  /** The age of the oldest event that it has not read. */
  @IsNumber()
  seconds: number;

  /** How many commands of this automation were refused within a day; absent where none was. */
  @Absent()
  @IsInt()
  refused?: number;

  /** Why it could not go on; absent while it can. */
  @Absent()
  @IsString()
  trouble?: string;

  /** How many streams wait behind an event that it cannot read; absent while none does. */
  @Absent()
  @IsInt()
  parked?: number;
}

/**
 * `degraded`: requests are served, but a reader is in trouble or could not read everything, so that views grow old or
 * withhold something.
 */
export class ReadinessBody {
  @IsIn(['ready', 'degraded', 'waiting for a worker', 'views are being built', 'database unavailable'])
  status: ReadinessReport['status'];

  @IsListOf(() => ReaderBody, 1000)
  readers: readonly ReaderBody[];
}
