/**
 * Works through what comes, at most `width` at once. After the first failure nothing more is taken; what is under way
 * ends first, and then the failure is thrown.
 */
export const abreast = async <T>(
  source: AsyncIterable<T>,
  width: number,
  work: (one: T) => Promise<void>,
): Promise<void> => {
  const underway = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const begin = (one: T): void => {
    const settled = work(one)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => underway.delete(settled));
    underway.add(settled);
  };
  try {
    for await (const one of source) {
      begin(one);
      if (underway.size >= width) await Promise.race(underway);
      if (failures.length > 0) break;
    }
  } finally {
    await Promise.all(underway);
  }
  if (failures.length > 0) throw failures[0];
};
