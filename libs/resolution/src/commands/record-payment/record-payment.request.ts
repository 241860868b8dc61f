import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { ReferenceRequest } from '../../resolution-case/reference.request.js';

export class RecordPaymentRequest extends ReferenceRequest {
  /** What was paid, in US cents: what was accepted. */
  @IsInt()
  @Min(1)
  @Max(100_000_000_000)
  readonly cents: number;

  /** Whether it was paid for a practitioner after a written demand, and is to be reported to the NPDB. */
  @IsBoolean()
  readonly reportable: boolean;
}
