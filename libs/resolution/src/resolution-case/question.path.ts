import { IdPath, IsId } from '#kernel/http';

/** The path of a question of the patient, by the id that the case gave it. */
export class QuestionPath extends IdPath {
  @IsId()
  readonly question: string;
}
