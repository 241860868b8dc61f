import { IsText } from '#kernel/http';

/** The path of a measure. */
export class MeasurePath {
  /** `CRP-02`. */
  @IsText(20)
  readonly id: string;
}
