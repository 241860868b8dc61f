import type { Database } from '#kernel/platform';

/** How a page does beside the SQL that somebody would write for the same rows, one after the other: medians in milliseconds. */
export interface PageTime {
  readonly page: string;
  readonly pageMs: number;
  readonly sqlMs: number;
}

const WARM = 20;
const ROUNDS = 150;

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] as number;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** Asks for a page over HTTP and for its rows by SQL in turn, on one connection each. */
export const pageTime = async (
  page: string,
  { url, token }: { readonly url: string; readonly token: string },
  db: Database,
  statement: { readonly text: string; readonly values: readonly unknown[] },
): Promise<PageTime> => {
  const ask = async () => {
    const answer = await fetch(`${url}${page}`, { headers: { authorization: `Bearer ${token}` } });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`GET ${page}: ${answer.status} ${text}`);
  };
  const look = () => db.call({ text: statement.text, values: [...statement.values] });
  const [pages, rows]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM + ROUNDS; round++) {
    const [pageMs, sqlMs] = [await timed(ask), await timed(look)];
    if (round < WARM) continue;
    pages.push(pageMs);
    rows.push(sqlMs);
  }
  return { page, pageMs: median(pages), sqlMs: median(rows) };
};
