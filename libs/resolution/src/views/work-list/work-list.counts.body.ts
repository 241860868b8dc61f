import { IsInt, IsObject } from 'class-validator';
import { Means } from '#kernel/http';
import type { CountedCases } from './work-list.counts.js';

/** How many cases each filter would list. */
export class CaseCountsBody {
  @IsInt()
  open: number;

  /** Of the open ones, those that came to the list since `newSince`. */
  @IsInt()
  new: number;

  /** Of the open ones, one's own. */
  @IsInt()
  mine: number;

  @Means('Of the open ones, by their most pressing clock: together they are all of them.')
  @IsObject()
  clock: CountedCases['clock'];

  @Means('Of all, by status.')
  @IsObject()
  status: CountedCases['status'];
}
