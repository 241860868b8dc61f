import { IsIn, IsInt, IsObject, IsString } from 'class-validator';
import { LANGUAGES, type Language } from '#kernel/gate';
import { Absent, IsId, IsInstantWithZone, IsListOf, IsNested, Means } from '#kernel/http';
import { CaseStepActor } from '../../case-record/case-step.body.js';
import type { ResolutionCaseFact } from '../../resolution-case/resolution-case.events.js';
import { ToldFactBody } from '../../where-we-are-now/told.body.js';
import { FORMS, type Form } from './chronology.request.js';

/** A step in words, with what it said; of the full chronology also how it was recorded. */
export class ChronologyStepBody {
  @IsInstantWithZone()
  at: string;

  /** As in "Billing hold placed", or in plain words for the patient. */
  @IsString()
  says: string;

  @Means('What the step said, field by field. A field that was forgotten reads `{ "erased": true }`.')
  @Absent()
  @IsObject()
  said?: object;

  @Means('What is safe to share: what happened, fact by fact as the patient was told then.')
  @Absent()
  @IsListOf(() => ToldFactBody, 1000)
  facts?: readonly ToldFactBody[];

  /** The event type, as in `BillingHoldPlaced`. */
  @Absent()
  @IsString()
  type?: ResolutionCaseFact['type'];

  @Absent()
  @IsInt()
  revision?: number;

  @Absent()
  @IsInstantWithZone()
  recordedAt?: string;

  @Absent()
  @IsNested(() => CaseStepActor)
  actor?: CaseStepActor;
}

/** The steps of a case in order: all that the reader may see, or what may be handed to the patient. */
export class ChronologyBody {
  @IsId()
  id: string;

  @IsIn(FORMS)
  form: Form;

  /** Of what is safe to share: in which language we say it. */
  @Absent()
  @IsIn(LANGUAGES)
  language?: Language;

  @IsListOf(() => ChronologyStepBody, 10_000)
  steps: readonly ChronologyStepBody[];

  @Means('Present where more was recorded than is shown, since a step of it could not be read yet.')
  @Absent()
  @IsIn([true])
  withheld?: true;
}
