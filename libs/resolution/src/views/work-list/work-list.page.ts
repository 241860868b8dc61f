import { IsInt, IsString, Min } from 'class-validator';
import { Absent, IsListOf, IsNested, Means } from '#kernel/http';
import { WorkListLine } from './work-list.body.js';
import { CaseCountsBody } from './work-list.counts.body.js';

/** A page of the work list. */
export class WorkListPage {
  @IsListOf(() => WorkListLine, 200)
  items: readonly WorkListLine[];

  @Means('At the facility that was asked for, of all that the reader may see. Absent on pages that follow the first.')
  @Absent()
  @IsNested(() => CaseCountsBody)
  counts?: CaseCountsBody;

  /** The cursor of the page that follows; absent on the last one. */
  @Absent()
  @IsString()
  next?: string;

  @Means(
    'How many cases of the organization, filtered out or not, are missing here or older than what was recorded of them, since something in them could not be read yet. Absent where there are none, and for those who may see their own cases only.',
  )
  @Absent()
  @IsInt()
  @Min(1)
  withheld?: number;
}
