/**
 * A value that is stored sealed under its subject's key. A decider emits it in clear, the ledger
 * and the views hold it sealed, and only a query that may show it opens it.
 */
export type Secret<T = string> = { readonly clear: T } | { readonly sealed: string };

/** Marks a value to be sealed before it is stored. */
export const secret = <T>(clear: T): Secret<T> => ({ clear });
