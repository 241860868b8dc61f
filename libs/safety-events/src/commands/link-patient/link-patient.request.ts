import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, Matches } from 'class-validator';
import { Absent, IsId, IsNested, IsText } from '#kernel/http';
import {
  AGE_BANDS,
  type AgeBand,
  ETHNICITIES,
  type Ethnicity,
  PAYERS,
  type Payer,
  RACES,
  type Race,
  SEXES,
  type Sex,
  YES_NO_UNKNOWN,
  type YesNoUnknown,
} from '../../safety-event/patient.codes.js';

/** Coded facts about a patient as they were then (domain.md 2.2; Common Formats, Patient Information Form). */
export class PatientFactsRequest {
  /** Several may apply. */
  @Absent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(RACES.length)
  @ArrayUnique()
  @IsIn(RACES, { each: true })
  readonly race?: readonly Race[];

  @Absent()
  @IsIn(ETHNICITIES)
  readonly ethnicity?: Ethnicity;

  /** BCP 47, as `es` or `zh-Hant`. */
  @Absent()
  @Matches(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/, { message: 'must be a language tag, as es or zh-Hant' })
  readonly language?: string;

  @Absent()
  @IsIn(YES_NO_UNKNOWN)
  readonly interpreterNeeded?: YesNoUnknown;

  @Absent()
  @IsIn(SEXES)
  readonly sex?: Sex;

  /** Age at the event. */
  @Absent()
  @IsIn(AGE_BANDS)
  readonly ageBand?: AgeBand;

  @Absent()
  @IsIn(PAYERS)
  readonly payer?: Payer;

  /** Whether something was done to lessen the harm. */
  @Absent()
  @IsIn(YES_NO_UNKNOWN)
  readonly rescueAttempted?: YesNoUnknown;

  /** Whether the stay became longer by it. */
  @Absent()
  @IsIn(YES_NO_UNKNOWN)
  readonly longerStay?: YesNoUnknown;

  @Absent()
  @IsIn(YES_NO_UNKNOWN)
  readonly patientOrFamilyNotified?: YesNoUnknown;
}

export class LinkPatientRequest {
  /** One who is linked already, of whom more is known now, by the id that the link gave them. Left out: another patient. */
  @Absent()
  @IsId()
  readonly patient?: string;

  /** The patient's record number. Sealed where it is stored. */
  @Absent()
  @IsText(100)
  readonly patientRef?: string;

  @Absent()
  @IsNested(() => PatientFactsRequest)
  readonly facts?: PatientFactsRequest;
}
