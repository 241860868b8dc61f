import type { EventType, Label } from '#kernel/core';

/** How an event type may leave: by its own name, as "something changed" only, or not at all. */
export type Leaves = 'by-name' | 'as-changed' | 'never';

const STAYS: readonly Label[] = ['CARE', 'IDENT'];
const NAMELESS: readonly Label[] = ['PEER', 'PSWP'];

/**
 * The rule of DESIGN section 3, read from the labels of a type's fields. Care for a colleague never leaves, nor what only
 * says who somebody is: that it happened would already tell. Of peer review and patient-safety work product the outside
 * learns that the stream changed, not how.
 */
export const leaves = ({ fields }: EventType): Leaves => {
  const labels = Object.values(fields).map(({ label }) => label);
  if (labels.includes('CARE') || (labels.length > 0 && labels.every((label) => STAYS.includes(label)))) return 'never';
  return labels.some((label) => NAMELESS.includes(label)) ? 'as-changed' : 'by-name';
};
