/** Who gives support: the one who acts or looks, and everybody who does here now. */
export interface Giving {
  readonly by: string;
  readonly present: readonly string[];
}

/**
 * Whether somebody sees and goes on with support (domain.md 7.8: own contacts): what they give themselves, what nobody has
 * taken, and that of whoever has left: it would be lost.
 */
export const isTheirs = (
  { supporter }: { readonly supporter?: string | undefined },
  { by, present }: Giving,
): boolean => !supporter || supporter === by || !present.includes(supporter);
