/** Prints a result: as JSON where that was asked for, else in words. */
export const show = (json: boolean | undefined, result: unknown, words: string): void => {
  process.stdout.write(`${json ? JSON.stringify(result) : words}\n`);
};

/** So many streams, in words. */
export const streams = (count: number): string => (count === 1 ? '1 stream' : `${count} streams`);

/** Rows as columns that line up. */
export const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, cell.length)), []);
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
