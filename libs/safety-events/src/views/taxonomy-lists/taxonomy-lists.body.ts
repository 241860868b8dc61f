import { IsIn, IsString } from 'class-validator';
import { Absent, IsListOf, IsNested, Means } from '#kernel/http';
import { CODE_STATUSES, type CodeStatus } from '../../taxonomies/code-list.codes.js';

/** One code, with the list owner's word for it where that is free, or short words of our own. */
export class ListedCodeBody {
  @IsString()
  code: string;

  @Absent()
  @IsString()
  display?: string;

  /** A letter that the form prints beside it. */
  @Absent()
  @IsString()
  letter?: string;

  @Means('The LOINC answer code.')
  @Absent()
  @IsString()
  loinc?: string;

  @Means('`memory`: not read in a public source; check it before relying on it.')
  @IsIn(CODE_STATUSES)
  status: CodeStatus;
}

/** A list of codes. What an id and a version say never changes. */
export class CodeListBody {
  @IsString()
  id: string;

  @IsString()
  title: string;

  @IsString()
  version: string;

  @IsString()
  owner: string;

  @IsString()
  source: string;

  @IsString()
  licence: string;

  @IsListOf(() => ListedCodeBody, 1000)
  codes: readonly ListedCodeBody[];
}

/** A question of a form. */
export class ListedElementBody {
  @IsString()
  loinc: string;

  @IsIn(['HERF', 'PIF'])
  form: 'HERF' | 'PIF';

  @Means("AHRQ's data element number, where it is known.")
  @Absent()
  @IsString()
  de?: string;

  @IsString()
  name: string;

  /** Required, conditional, optional. */
  @IsIn(['R', 'C', 'O'])
  usage: 'R' | 'C' | 'O';

  @IsIn(['0..1', '1..1', '1..10'])
  cardinality: '0..1' | '1..1' | '1..10';

  /** The list that answers it, behind `ahrq-cfer-h-v1.2/`. */
  @Absent()
  @IsString()
  answers?: string;
}

/** The map between the lists. */
export class CrosswalkBody {
  @IsString()
  version: string;

  /** Who stands for it. */
  @IsString()
  standing: string;
}

export class TaxonomyListsBody {
  @IsListOf(() => CodeListBody, 100)
  items: readonly CodeListBody[];

  /** The elements of Common Formats Hospital 1.2 that every safety event is asked. */
  @IsListOf(() => ListedElementBody, 100)
  elements: readonly ListedElementBody[];

  @IsNested(() => CrosswalkBody)
  crosswalk: CrosswalkBody;
}
