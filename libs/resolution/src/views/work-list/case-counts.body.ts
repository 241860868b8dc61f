import { IsInt, IsObject, Min } from 'class-validator';
import { Absent, Means } from '#kernel/http';

/** How many lines the work list has of each kind: as many as the list answers to the filter of that name. */
export class CaseCountsBody {
  @IsInt()
  @Min(0)
  open: number;

  /** Nobody has tried to speak with the patient yet. */
  @Absent()
  @IsInt()
  @Min(0)
  new?: number;

  @Absent()
  @IsInt()
  @Min(0)
  late?: number;

  /** Due before today ends where the case is, what is late among them. */
  @Absent()
  @IsInt()
  @Min(0)
  dueToday?: number;

  @Absent()
  @IsInt()
  @Min(0)
  mine?: number;

  @Means('By the state a case stands in, ended ones too; a state in which there is none is left out.')
  @Absent()
  @IsObject()
  byStatus?: object;
}
