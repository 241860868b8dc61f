/** A row without its nulls: what is not there is absent, in our types and in what we answer. */
export const present = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
