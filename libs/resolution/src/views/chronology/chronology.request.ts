import { IsIn } from 'class-validator';
import { LANGUAGES, type Language } from '#kernel/gate';
import { Absent, Means, RecordQuery } from '#kernel/http';

/** Every step as far as the reader may see it, or only what the patient was told, to be handed on. */
export const FORMS = ['full', 'share-safe'] as const;
export type Form = (typeof FORMS)[number];

/** Which chronology. */
export class ChronologyQuery extends RecordQuery {
  @Means('Left out: full. The share-safe one holds what the patient was told, in plain words, and nothing else.')
  @Absent()
  @IsIn(FORMS)
  readonly form?: Form;

  @Means(
    'Of the share-safe one. Left out: the one in which the patient was last written to, if we have it; else English.',
  )
  @Absent()
  @IsIn(LANGUAGES)
  readonly language?: Language;
}
