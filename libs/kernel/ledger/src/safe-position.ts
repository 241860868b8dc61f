/** PostgreSQL's bigint as a number. Refused where a number could not hold it exactly. */
export const safePosition = (value: string | number): number => {
  const position = Number(value);
  if (!Number.isSafeInteger(position)) throw new Error(`Position ${value} is beyond what a number can hold`);
  return position;
};
