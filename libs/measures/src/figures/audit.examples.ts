/** Numbers are reckoned by a prime: no rounding, and nothing between 0 and something. */
const PRIME = 1_000_003;

const inverse = (value: number): number => {
  let [result, base] = [1, value];
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
};

interface Led {
  readonly lead: number;
  readonly row: readonly number[];
}

/** What is left of a row when all that is known is taken out of it. */
const rest = (row: readonly number[], known: readonly Led[]): readonly number[] => {
  const left = [...row];
  for (const { lead, row: taken } of known) {
    const times = left[lead] as number;
    if (times === 0) continue;
    for (const [at, value] of taken.entries()) left[at] = ((left[at] as number) + (PRIME - times) * value) % PRIME;
  }
  return left;
};

/**
 * The unknowns that equations determine: those of which saying that they have some value adds nothing to the equations.
 * Each equation holds what stands before every unknown.
 */
export const determinedBy = (equations: readonly (readonly number[])[]): readonly number[] => {
  const known: Led[] = [];
  for (const equation of equations) {
    const left = rest(
      equation.map((value) => (value + PRIME) % PRIME),
      known,
    );
    const lead = left.findIndex((value) => value !== 0);
    if (lead < 0) continue;
    const by = inverse(left[lead] as number);
    known.push({ lead, row: left.map((value) => (value * by) % PRIME) });
  }
  const unknowns = [...(equations[0] ?? []).keys()];
  return unknowns.filter((one) =>
    rest(
      unknowns.map((at) => (at === one ? 1 : 0)),
      known,
    ).every((value) => value === 0),
  );
};
