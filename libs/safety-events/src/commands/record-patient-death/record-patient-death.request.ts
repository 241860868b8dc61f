import { IsIn } from 'class-validator';
import { IsId, IsNested } from '#kernel/http';
import { KnownTimeRequest } from '../../safety-event/known-time.request.js';
import { DEATH_SOURCES, type DeathSource } from '../../safety-event/patient.codes.js';

export class RecordPatientDeathRequest {
  /** The patient, by the id that the link gave them. */
  @IsId()
  readonly patient: string;

  @IsNested(() => KnownTimeRequest)
  readonly diedAt: KnownTimeRequest;

  /** How it became known. */
  @IsIn(DEATH_SOURCES)
  readonly source: DeathSource;
}
