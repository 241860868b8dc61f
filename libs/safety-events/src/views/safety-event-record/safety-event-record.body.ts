import { applyDecorators } from '@nestjs/common';
import { IsArray, IsIn, IsInt, IsObject } from 'class-validator';
import { Absent, IsId, IsListOf, Means } from '#kernel/http';
import { STATUSES, type Status } from '../../lines/safety-event-list.row.js';
import { StepBody } from './step.body.js';

/** What facts of one kind said, side by side, each with its revision. */
const Series = (): PropertyDecorator =>
  applyDecorators(Absent(), IsArray() as PropertyDecorator, IsObject({ each: true }) as PropertyDecorator);

/**
 * A safety event: what each step said, field by field as far as the reader may see, then the steps in order. A field that
 * was forgotten reads `{ "erased": true }`.
 */
export class SafetyEventRecordBody {
  @IsId()
  id: string;

  @IsInt()
  revision: number;

  @IsInt()
  position: number;

  @Absent()
  @IsIn(STATUSES)
  status?: Status;

  @Means('The first telling: it stays as it was sent.')
  @Absent()
  @IsObject()
  report?: object;

  @Absent()
  @IsObject()
  triage?: object;

  @Absent()
  @IsObject()
  confirmation?: object;

  @Absent()
  @IsObject()
  closure?: object;

  @Absent()
  @IsObject()
  voiding?: object;

  @Absent()
  @IsObject()
  identification?: object;

  @Means('The last determination of eligibility for communication and resolution; earlier ones are in the history.')
  @Absent()
  @IsObject()
  eligibility?: object;

  @Means('Where it goes on, since it was merged.')
  @Absent()
  @IsObject()
  merging?: object;

  @Absent()
  @IsObject()
  unmerging?: object;

  @Absent()
  @IsObject()
  redirection?: object;

  @Absent()
  @IsObject()
  returning?: object;

  @Absent()
  @IsObject()
  transfer?: object;

  @Means('Who takes care of it: the last assignment.')
  @Absent()
  @IsObject()
  assignment?: object;

  @Series()
  leadershipNotices?: readonly object[];

  @Means('What is known here of its resolution cases.')
  @Series()
  cases?: readonly object[];

  @Means('Every rating of harm beside triage, in order; none is overwritten.')
  @Series()
  harmAssessments?: readonly object[];

  @Means('Its patients, with coded facts of each link.')
  @Series()
  patients?: readonly object[];

  @Series()
  deaths?: readonly object[];

  @Series()
  evidence?: readonly object[];

  @Series()
  involvedStaff?: readonly object[];

  @Series()
  requiredReviews?: readonly object[];

  @Means('Reports that were merged into this one.')
  @Series()
  duplicates?: readonly object[];

  @Series()
  releasedDuplicates?: readonly object[];

  @Series()
  dismissedDuplicates?: readonly object[];

  @Series()
  links?: readonly object[];

  @Series()
  externalReports?: readonly object[];

  @Series()
  psoSubmissions?: readonly object[];

  @Means('Codes of other lists that a person chose.')
  @Series()
  taxonomies?: readonly object[];

  @Series()
  flaggings?: readonly object[];

  @Means('What was added beside the first telling.')
  @Series()
  addenda?: readonly object[];

  @Means('Between the office and whoever reported.')
  @Series()
  messages?: readonly object[];

  @Means('What whoever reported was told.')
  @Series()
  feedback?: readonly object[];

  @Series()
  corrections?: readonly object[];

  @Series()
  reopenings?: readonly object[];

  @Means(
    'Present where more was recorded of this safety event than is shown, since a step of it could not be read yet: what is here is right, and not the last word. Nothing is lost; health tells the operators.',
  )
  @Absent()
  @IsIn([true])
  withheld?: true;

  @IsListOf(() => StepBody, 10_000)
  history: readonly StepBody[];
}
