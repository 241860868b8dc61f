/**
 * Rows of one view that belong together, as those of records that were merged: what stands in one follows from all.
 * `settle` sees nothing but what the folds made of each, so that it comes to the same in batches of any size. Either row
 * may name the other; once settled, both must name each other for as long as one of them does.
 */
export interface Bonds<Row> {
  /** The other rows of the organization that this one belongs together with, by id. */
  of(row: Row): readonly string[];
  /** What rows that belong together, or did until now, come to: by id, all of them. */
  settle(rows: ReadonlyMap<string, Row>): ReadonlyMap<string, Row>;
}

/** Every row at hand that hangs together with one of these, in sets that do not; `of` answers keys of `rows`. */
export const bound = <Row>(
  rows: ReadonlyMap<string, Row>,
  of: (row: Row) => readonly string[],
  touched: Iterable<string>,
): readonly ReadonlySet<string>[] => {
  const near = new Map<string, Set<string>>([...rows.keys()].map((key) => [key, new Set()]));
  for (const [key, row] of rows)
    for (const other of of(row)) {
      if (!rows.has(other)) continue;
      near.get(key)?.add(other);
      near.get(other)?.add(key);
    }
  const sets: Set<string>[] = [];
  const seen = new Set<string>();
  for (const start of touched) {
    if (seen.has(start)) continue;
    const set = new Set([start]);
    for (const key of set) for (const other of near.get(key) ?? []) set.add(other); // grows as it is walked through
    for (const key of set) seen.add(key);
    sets.push(set);
  }
  return sets;
};
