import { derivedUuid } from '#kernel/platform';

/** Ids that follow from names, so that a seed that was interrupted goes on where it stopped, and adds nothing twice. */
export const idOf = (...name: readonly string[]): string => derivedUuid('seed', ...name);
