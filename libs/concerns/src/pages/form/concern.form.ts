import { ArrayMaxSize, IsIn, Matches, ValidateIf } from 'class-validator';
import { FromCheckboxes, FromYesNo } from '#kernel/gate';
import { IsId, IsText } from '#kernel/http';
import {
  CONCERN_CATEGORIES,
  CONCERN_OUTCOMES,
  type ConcernCategory,
  type ConcernOutcome,
  HARM_KINDS,
  type HarmKind,
  SUBMITTER_ROLES,
  type SubmitterRole,
  WISHES,
  type Wish,
} from '../../concern/concern.codes.js';

/** A question that was left open comes as an empty text: it is no answer. */
const Skippable = () => ValidateIf((_, value) => value !== undefined && value !== '');

/** By what somebody is reached who writes on a page. */
export const WAYS = ['phone', 'email', 'tracking_code'] as const;
export type Way = (typeof WAYS)[number];

export const PERMISSIONS = ['noContact', 'share', 'survey'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The form of a concern, as a browser sends it (domain.md 7.6). Its questions stand in the page's order. */
export class ConcernForm {
  @FromYesNo()
  @IsIn([true, false])
  readonly stillAtRisk: boolean;

  @IsId()
  readonly facilityId: string;

  @IsText(20_000)
  readonly narrative: string;

  @Skippable()
  @IsText(4000)
  readonly worry?: string;

  @Skippable()
  @IsText(4000)
  readonly wentWell?: string;

  @Skippable()
  @IsIn(CONCERN_CATEGORIES)
  readonly category?: ConcernCategory;

  @Skippable()
  @IsIn(CONCERN_OUTCOMES)
  readonly outcome?: ConcernOutcome;

  @FromCheckboxes()
  @ArrayMaxSize(HARM_KINDS.length)
  @IsIn(HARM_KINDS, { each: true })
  readonly harmKinds: readonly HarmKind[] = [];

  /** A day: `2026-03-02`. */
  @Skippable()
  @Matches(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  readonly happenedOn?: string;

  @Skippable()
  @IsText(400)
  readonly place?: string;

  @Skippable()
  @FromYesNo()
  @IsIn([true, false])
  readonly stillInHospital?: boolean;

  @Skippable()
  @FromYesNo()
  @IsIn([true, false])
  readonly toldStaff?: boolean;

  @Skippable()
  @IsText(4000)
  readonly staffResponse?: string;

  @FromCheckboxes()
  @ArrayMaxSize(WISHES.length)
  @IsIn(WISHES, { each: true })
  readonly wishes: readonly Wish[] = [];

  @Skippable()
  @IsText(2000)
  readonly wishInWords?: string;

  @Skippable()
  @IsIn(SUBMITTER_ROLES)
  readonly role?: SubmitterRole;

  @FromYesNo()
  @IsIn([true, false])
  readonly named: boolean;

  @Skippable()
  @IsText(200)
  readonly name?: string;

  @Skippable()
  @IsText(50)
  readonly phone?: string;

  @Skippable()
  @IsText(200)
  readonly email?: string;

  @Skippable()
  @IsIn(WAYS)
  readonly preferred?: Way;

  @Skippable()
  @FromYesNo()
  @IsIn([true, false])
  readonly interpreter?: boolean;

  @Skippable()
  @IsText(200)
  readonly patientName?: string;

  @FromCheckboxes()
  @ArrayMaxSize(PERMISSIONS.length)
  @IsIn(PERMISSIONS, { each: true })
  readonly permissions: readonly Permission[] = [];
}
