import { IsId, IsText } from '#kernel/http';

/** The code of a report, and where it was given. */
export class CodeRequest {
  @IsId()
  readonly facilityId: string;

  @IsText(40)
  readonly code: string;
}

/** Words that go with the code. */
export class WordsByCodeRequest extends CodeRequest {
  /** Sealed where they are stored. */
  @IsText(4000)
  readonly words: string;
}
