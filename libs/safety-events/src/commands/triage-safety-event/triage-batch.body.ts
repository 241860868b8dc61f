import { IsBoolean, IsInt, IsString } from 'class-validator';
import { Absent, IsId, IsListOf, IsNested } from '#kernel/http';

/** Why a line was refused: as the problem of a single triage says it. */
export class LineRefusalBody {
  /** `<stream>/<why-not>`. */
  @IsString()
  code: string;

  @IsString()
  detail: string;

  /** The field that caused it, where one did. */
  @Absent()
  @IsString()
  field?: string;
}

/** What became of one line. */
export class TriageVerdictBody {
  @IsId()
  id: string;

  @IsBoolean()
  triaged: boolean;

  /** The safety event's revision now, where it was triaged. */
  @Absent()
  @IsInt()
  revision?: number;

  /** The place in the ledger, for `?after=`, where it was triaged. */
  @Absent()
  @IsInt()
  position?: number;

  /** Where it was not. */
  @Absent()
  @IsNested(() => LineRefusalBody)
  refusal?: LineRefusalBody;
}

export class TriageBatchBody {
  /** One for each line, in their order. */
  @IsListOf(() => TriageVerdictBody, 100)
  verdicts: TriageVerdictBody[];
}
