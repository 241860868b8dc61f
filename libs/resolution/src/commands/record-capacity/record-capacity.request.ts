import { IsIn } from 'class-validator';
import { IsInstantWithZone, toInstant } from '#kernel/http';
import { CAPACITIES, type Capacity } from '../../resolution-case/people.codes.js';
import type { RecordCapacity } from './record-capacity.command.js';

export class RecordCapacityRequest {
  @IsIn(CAPACITIES)
  readonly capacity: Capacity;

  /** Since when it is so. */
  @IsInstantWithZone()
  readonly since: string;
}

/** A validated request as the command's data. */
export const toCapacity = ({ capacity, since }: RecordCapacityRequest): RecordCapacity['data'] => ({
  capacity,
  since: toInstant(since),
});
