import { ArrayUnique, IsArray, IsBoolean, IsIn, Matches } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsNested, IsText, LATE_REASONS, type LateReason } from '#kernel/http';
import {
  AGE_GROUPS,
  type AgeGroup,
  CLAIMED_AUTHORITIES,
  type ClaimedAuthority,
  CONCERN_CATEGORIES,
  CONCERN_CHANNELS,
  CONCERN_OUTCOMES,
  CONTACT_CHANNELS,
  type ConcernCategory,
  type ConcernChannel,
  type ConcernOutcome,
  type ContactChannel,
  HARM_KINDS,
  type HarmKind,
  SUBMITTER_ROLES,
  type SubmitterRole,
  WISHES,
  type Wish,
} from '../../concern/concern.codes.js';
import { ConcernContactRequest, HappenedRequest } from './submit-concern.contact.js';

/** By which staff take a concern in; the others are the submitter's own. */
const ENTERED = CONCERN_CHANNELS.filter((channel) => channel !== 'web_form' && channel !== 'portal');

/** What somebody who works here enters for the submitter, in the submitter's words. */
export class SubmitConcernRequest {
  @IsIn(ENTERED)
  readonly channel: ConcernChannel;

  @IsId()
  readonly facilityId: string;

  @Absent()
  @IsId()
  readonly unitId?: string;

  /** When it reached us, where that is not now: the clocks run from there. */
  @Absent()
  @IsInstantWithZone()
  readonly receivedAt?: string;

  /** BCP 47, as `en` or `es-MX`: the language that answers are written in. */
  @Matches(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/)
  readonly language: string;

  @Absent()
  @IsBoolean()
  readonly interpreterNeeded?: boolean;

  @IsIn(SUBMITTER_ROLES)
  readonly submitterRole: SubmitterRole;

  /** Whether the submitter is the patient. */
  @IsBoolean()
  readonly aboutSelf: boolean;

  /** Who stays unnamed leaves name and contact out. */
  @IsBoolean()
  readonly anonymous: boolean;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(200)
  readonly submitterName?: string;

  @Absent()
  @IsNested(() => ConcernContactRequest)
  readonly contact?: ConcernContactRequest;

  @Absent()
  @IsIn(CONTACT_CHANNELS)
  readonly preferredChannel?: ContactChannel;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(200)
  readonly patientName?: string;

  /** The patient's record number. Sealed where it is stored. */
  @Absent()
  @IsText(100)
  readonly patientRef?: string;

  @Absent()
  @IsIn(AGE_GROUPS)
  readonly ageGroup?: AgeGroup;

  /** By what they speak for the patient, as they say it themselves. */
  @Absent()
  @IsIn(CLAIMED_AUTHORITIES)
  readonly authorityClaimed?: ClaimedAuthority;

  /** What happened, in their words. Sealed where it is stored. */
  @IsText(20_000)
  readonly narrative: string;

  /** What worries them. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly worry?: string;

  /** Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly wentWell?: string;

  @Absent()
  @IsIn(CONCERN_CATEGORIES)
  readonly category?: ConcernCategory;

  /** What it did, as they see it. */
  @Absent()
  @IsIn(CONCERN_OUTCOMES)
  readonly outcome?: ConcernOutcome;

  @Absent()
  @IsArray()
  @ArrayUnique()
  @IsIn(HARM_KINDS, { each: true })
  readonly harmKinds?: readonly HarmKind[];

  /** Somebody is in danger now: the safety lead on call is paged. */
  @IsBoolean()
  readonly stillAtRisk: boolean;

  @Absent()
  @IsNested(() => HappenedRequest)
  readonly happened?: HappenedRequest;

  /** Where, in their words. Sealed where it is stored. */
  @Absent()
  @IsText(400)
  readonly place?: string;

  @Absent()
  @IsBoolean()
  readonly stillInHospital?: boolean;

  @Absent()
  @IsBoolean()
  readonly toldStaff?: boolean;

  /** Whom they told, and what was answered. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly staffResponse?: string;

  @Absent()
  @IsArray()
  @ArrayUnique()
  @IsIn(WISHES, { each: true })
  readonly wishes?: readonly Wish[];

  /** Sealed where it is stored. */
  @Absent()
  @IsText(2000)
  readonly wishInWords?: string;

  @IsBoolean()
  readonly mayContact: boolean;

  /** Whether the unit and its department may hear who it was. */
  @IsBoolean()
  readonly mayShareIdentity: boolean;

  @IsBoolean()
  readonly maySurvey: boolean;

  /** They want a code to follow it up with: it is in the answer, to be read out or handed over, and nowhere else. */
  @Absent()
  @IsBoolean()
  readonly wantsCode?: boolean;

  /** Why it is entered more than a day after it was received. */
  @Absent()
  @IsIn(LATE_REASONS)
  readonly reasonCode?: LateReason;

  /** Who approved an entry more than 30 days late: another person than the one who enters it. */
  @Absent()
  @IsId()
  readonly approver?: string;
}
