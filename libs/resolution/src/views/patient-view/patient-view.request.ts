import { IsIn } from 'class-validator';
import { LANGUAGES, type Language } from '#kernel/gate';
import { Absent, Means, RecordQuery } from '#kernel/http';

/** In which language. */
export class PatientViewQuery extends RecordQuery {
  @Means('Left out: the one in which the patient was last written to, if we have it; else English.')
  @Absent()
  @IsIn(LANGUAGES)
  readonly language?: Language;
}
