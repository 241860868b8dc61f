/** Far beyond what anything here takes on the slowest of machines: who needs longer hangs. */
const GENEROUS = 30_000;

/** Waits for what must not hang, and fails where it does. Says nothing of how quick it was. */
export const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const hangs = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Still under way after ${GENEROUS} ms`)), GENEROUS);
  });
  try {
    return await Promise.race([work, hangs]);
  } finally {
    clearTimeout(timer);
  }
};
