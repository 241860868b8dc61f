import { IsIn, IsInt } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf, Means, PageQuery, RecordQuery } from '#kernel/http';
import { CHECKS, type Check } from './data-quality.sql.js';

/** Of which facility; left out: of all. */
export class DataQualityQuery extends RecordQuery {
  @Absent()
  @IsId()
  readonly facilityId?: string;
}

/** A page of the records that fail a check. */
export class FailingQuery extends PageQuery {
  @Absent()
  @IsId()
  readonly facilityId?: string;
}

export class CheckPath {
  @IsIn(CHECKS)
  readonly check: Check;
}

/** How many records fail a check. */
export class CheckBody {
  @Means(
    'harm_missing: none after triage. harm_unknown: for more than 7 days. reported_late: more than 24 hours after it was discovered. entered_late: more than 24 hours after it was reported. patient_facts_missing: of an incident to a patient, after triage. source_unanswered: an outside source left its kind open.',
  )
  @IsIn(CHECKS)
  check: Check;

  @IsInt()
  count: number;
}

/** What is wrong with the records that go on here. */
export class DataQualityBody {
  @IsInstantWithZone()
  asOf: string;

  @Means('How many records were checked.')
  @IsInt()
  records: number;

  @IsListOf(() => CheckBody, 20)
  checks: readonly CheckBody[];
}
