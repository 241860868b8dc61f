import { ids } from './sample.js';

/** How many appends each stream gets before its writer takes a new one. */
const STREAM_LENGTH = 10;

/** One append of `events` events at the end of a stream that stands at `revision`. */
export type Append = (stream: string, revision: number, events: number) => Promise<unknown>;

/** What was seen while some writers wrote: how long each append took, and all of them together, in milliseconds. */
export interface Sight {
  readonly took: readonly number[];
  readonly elapsed: number;
}

/** Writers that each wait for their append before they send the next, for some seconds, each on streams of its own. */
export const load = async (append: Append, writers: number, events: number, seconds: number): Promise<Sight> => {
  const took: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const write = async () => {
    for (let at = 0, stream = ''; performance.now() < end; at = (at + 1) % STREAM_LENGTH) {
      if (at === 0) stream = `safety-event-${ids.next()}`;
      const sent = performance.now();
      await append(stream, at * events, events);
      took.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return { took, elapsed: performance.now() - begun };
};

/** How many appends a second, and how long one took, in milliseconds. */
export interface Measure {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Several sights of one run as one measure. */
export const measureOf = (sights: readonly Sight[]): Measure => {
  const took = sights.flatMap((sight) => sight.took).sort((a, b) => a - b);
  const elapsed = sights.reduce((sum, sight) => sum + sight.elapsed, 0);
  return { perSecond: (took.length * 1000) / elapsed, p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
};

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** The run in the middle, by appends a second. */
export const median = (runs: readonly Measure[]): Measure =>
  [...runs].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(runs.length / 2)] as Measure;
