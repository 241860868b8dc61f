import { IsArray, IsIn, IsObject, IsString } from 'class-validator';
import { LANGUAGES, type Language } from '#kernel/gate';
import { Absent, IsId, IsInstantWithZone, IsListOf, IsNested, Means } from '#kernel/http';
import { PromiseBody, QuestionBody } from '../../case-record/talks.body.js';
import { ToldStepBody } from '../../where-we-are-now/told.body.js';
import { TOLD_STAGES, type ToldStage } from '../../where-we-are-now/told-stage.js';
import type { NextDate, WhereWeAreNow } from '../../where-we-are-now/where-we-are-now.js';

/** The next time that the patient can count on, and what for. */
export class NextDateBody {
  @IsInstantWithZone()
  at: string;

  @IsIn(['contact', 'promise', 'offer', 'wait'])
  of: NextDate['of'];
}

/** A case as its patient sees it. */
export class PatientViewBody {
  @IsId()
  id: string;

  /** In which language the line and the steps are; what was told stands as it was told. */
  @IsIn(LANGUAGES)
  language: Language;

  @IsIn(TOLD_STAGES)
  stage: ToldStage;

  /** Where we are now, in one line. */
  @IsString()
  line: string;

  @Absent()
  @IsNested(() => NextDateBody)
  nextDate?: NextDateBody;

  /** Whom they can reach, by id; absent until they were given the way. */
  @Absent()
  @IsId()
  liaison?: string;

  @Means('Who is there for the liaison just now, by id, from when until when.')
  @Absent()
  @IsObject()
  cover?: WhereWeAreNow['cover'];

  /** What was told when, in order. */
  @IsListOf(() => ToldStepBody, 10_000)
  told: readonly ToldStepBody[];

  @IsListOf(() => QuestionBody, 10_000)
  questions: readonly QuestionBody[];

  @IsListOf(() => PromiseBody, 10_000)
  promises: readonly PromiseBody[];

  @Means(
    'What was offered, with its terms as they are now, and what became of it; `revised` is off the table until it is made anew.',
  )
  @IsArray()
  @IsObject({ each: true })
  offers: WhereWeAreNow['offers'];

  @Means('What was found about the care, in words, once it was explained to them.')
  @Absent()
  explanation?: WhereWeAreNow['explanation'];

  @Means('Present where more was told than is shown, since a step of it could not be read yet.')
  @Absent()
  @IsIn([true])
  withheld?: true;
}
