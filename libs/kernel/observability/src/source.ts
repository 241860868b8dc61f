import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds. Many gauges are read from one answer, and those who ask often do not make it a burden. */
const FRESH_FOR = 1_000;
/** Milliseconds after which something that does not answer is away. */
const ANSWER_MS = 2_500;

/** Something outside of this process that can be asked, and may be away. */
export class Source<T> {
  private answer: { readonly since: number; readonly value: Promise<T | undefined> } | undefined;

  constructor(
    readonly name: string,
    private readonly ask: () => Promise<T>,
    /** Milliseconds that never run back. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  /** What it answers, or answered within the last second; nothing while it is away. */
  read(): Promise<T | undefined> {
    const { answer } = this;
    if (answer && this.elapsed() - answer.since < FRESH_FOR) return answer.value;
    const value = inTime(this.ask());
    this.answer = { since: this.elapsed(), value };
    return value;
  }
}

const inTime = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  const patience = new AbortController();
  const late = pause(ANSWER_MS, undefined, patience);
  try {
    return await Promise.race([asked, late]);
  } catch {
    return undefined;
  } finally {
    patience.abort();
    late.catch(() => undefined);
  }
};
