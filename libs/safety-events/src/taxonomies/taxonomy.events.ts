import { code, coded, eventType, open, optional, sealed, text, uuid } from '#kernel/core';
import { TAXONOMIES } from './taxonomy.codes.js';

/**
 * Where another list stands for what our codes say: which code somebody chose, from what and by which version of the map.
 * Our own codes stay as they are (standards.md 2: keep the source code, never overwrite it).
 */
export const taxonomyAssigned = eventType('TaxonomyAssigned', 1, {
  system: open('OPER', code(TAXONOMIES)),
  /** The version of the list. */
  listVersion: open('OPER', coded()),
  /** A code of the list, or `none-applies`. */
  code: open('OPER', coded()),
  /** What it was chosen from, as `incident/severe/temporary`. */
  fromCode: optional(open('OPER', coded())),
  crosswalkVersion: open('OPER', coded()),
  /** Why, where the map says otherwise. */
  overrideReason: optional(sealed('PHI', text(4000))),
  chosenBy: open('OPER', uuid()),
});
