import { IsArray, IsIn, IsInt, IsString, Matches } from 'class-validator';
import { LABELS, type Label } from '#kernel/core';
import { Absent, IsId, IsListOf, Means, RecordQuery } from '#kernel/http';
import { STAYING_REASONS, type StayingReason } from '../../cfer/pso-preview.js';
import { LEFT_OUT, type LeftOut } from '../../cfer/to-records.js';

export class PsoPreviewRequest extends RecordQuery {
  /** The patient safety organization, by the id it is listed under. */
  @Matches(/^[A-Za-z0-9][A-Za-z0-9 ._:/+-]{0,79}$/, { message: 'must be a short code' })
  readonly psoId: string;
}

/** What one element would be answered with. */
export class LeavingBody {
  /** LOINC. */
  @IsString()
  element: string;

  /** AHRQ's data element number, where it is known. */
  @Absent()
  @IsString()
  de?: string;

  @IsString()
  name: string;

  @IsArray()
  @IsString({ each: true })
  values: readonly string[];

  @Means('Whose form it is on, counted in the order in which patients were linked.')
  @Absent()
  @IsInt()
  patientNumber?: number;
}

/** What stays, and why. */
export class StayingBody {
  @IsIn(STAYING_REASONS)
  reason: StayingReason;

  @IsString()
  why: string;

  @IsArray()
  @IsIn(LABELS, { each: true })
  labels: readonly Label[];

  /** As `SafetyEventReported.narrative`. */
  @IsArray()
  @IsString({ each: true })
  fields: readonly string[];
}

/** What would leave for a patient safety organization, and what would not. Nothing was sent. */
export class PsoPreviewBody {
  @IsId()
  id: string;

  @Means('Of the last fact that says anything to a format: not an entity tag.')
  @IsInt()
  revision: number;

  @IsString()
  psoId: string;

  /** The flat form whose elements these are; no claim is made of the PSOPPC's documents. */
  @IsString()
  format: string;

  /** The facility as this PSO would know it, each time the same. */
  @IsString()
  provider: string;

  @IsListOf(() => LeavingBody, 10_000)
  leaves: readonly LeavingBody[];

  @Means('Present where nothing would leave, since the format does not speak of it.')
  @Absent()
  @IsIn(LEFT_OUT)
  leftOut?: LeftOut;

  @IsListOf(() => StayingBody, 20)
  stays: readonly StayingBody[];

  /** What is no part of a safety event at all. */
  @IsString()
  keptApart: string;
}
