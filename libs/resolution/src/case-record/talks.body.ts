import { Absent, IsId, IsInstantWithZone, Means } from '#kernel/http';
import type { ShownPromise, ShownQuestion } from './shown-talks.js';

/** A question of the patient. Words that were forgotten read `{ "erased": true }`, here and below. */
export class QuestionBody {
  @IsId()
  question: string;

  @Means('In words; absent for those who may not see them.')
  @Absent()
  text?: ShownQuestion['text'];

  @Absent()
  @IsInstantWithZone()
  askedAt?: string;

  @Means('In words; absent as long as nobody has answered.')
  @Absent()
  answer?: ShownQuestion['answer'];

  @Absent()
  @IsInstantWithZone()
  answeredAt?: string;
}

/** A promise to the patient. */
export class PromiseBody {
  @IsId()
  promise: string;

  @Means('In words; absent for those who may not see them.')
  @Absent()
  text?: ShownPromise['text'];

  /** Who keeps it; absent for those who may not see it. */
  @Absent()
  @IsId()
  owner?: string;

  @Absent()
  @IsInstantWithZone()
  dueAt?: string;

  @Absent()
  @IsInstantWithZone()
  madeAt?: string;

  /** Absent as long as it was not kept. */
  @Absent()
  @IsInstantWithZone()
  keptAt?: string;
}
