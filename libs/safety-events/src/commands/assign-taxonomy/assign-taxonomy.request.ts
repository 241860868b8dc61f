import { IsIn, Matches } from 'class-validator';
import { Absent, IsText } from '#kernel/http';
import { TAXONOMIES, type Taxonomy } from '../../taxonomies/taxonomy.codes.js';

export class AssignTaxonomyRequest {
  @IsIn(TAXONOMIES)
  readonly system: Taxonomy;

  /** A code of the list, or `none-applies`. */
  @Matches(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, { message: 'must be a code of the list, or none-applies' })
  readonly code: string;

  /** Why it applies where the map does not propose it. Sealed where it is stored. */
  @Absent()
  @IsText(4000)
  readonly overrideReason?: string;
}
