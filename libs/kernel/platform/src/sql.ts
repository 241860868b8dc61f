/** Marks a text as SQL, kept exactly as written. Values never go in: they travel as parameters. */
export const sql = (parts: TemplateStringsArray, ...inserts: readonly string[]): string =>
  String.raw(parts, ...inserts);

/** A value as an SQL literal, for the few texts that travel without parameters (`Database.glance`). */
export const literal = (value: string | number | null): string => {
  if (value === null) return 'null';
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error('Only safe whole numbers become literals');
    return String(value);
  }
  if (value.includes('\0')) throw new Error('A literal cannot hold NUL');
  return value.includes('\\')
    ? ` E'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
    : `'${value.replaceAll("'", "''")}'`;
};
