import { IsBoolean } from 'class-validator';
import { IsInstantWithZone, toInstant } from '#kernel/http';
import type { RecordMinority } from './record-minority.command.js';

export class RecordMinorityRequest {
  /** When the patient comes of age: still to come. */
  @IsInstantWithZone()
  readonly majorityAt: string;

  /** Whether a settlement in the minor's name needs a court's approval here. */
  @IsBoolean()
  readonly courtApprovalNeeded: boolean;
}

/** A validated request as the command's data. */
export const toMinority = ({ majorityAt, courtApprovalNeeded }: RecordMinorityRequest): RecordMinority['data'] => ({
  majorityAt: toInstant(majorityAt),
  courtApprovalNeeded,
});
