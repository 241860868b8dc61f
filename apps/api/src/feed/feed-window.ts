import type { EnvelopeCloudEvent } from '#kernel/readers';

/** How many envelopes are kept for those whose connection broke. */
const KEPT = 2000;

/** What came last, in the order in which it came, since a beginning before which anything may be missing. */
export class FeedWindow {
  private readonly envelopes: EnvelopeCloudEvent[] = [];
  private readonly marks = new Set<string>();
  /** The mark behind which `envelopes` begins. */
  private start: string;

  constructor(
    beginning: string,
    private readonly kept = KEPT,
  ) {
    this.start = beginning;
  }

  /** Where the feed stands: what a guest who has heard everything may say when it comes back. */
  get mark(): string {
    const last = this.envelopes.at(-1);
    return last ? markOf(last) : this.start;
  }

  /** Keeps an envelope; answers whether it is new here. */
  add(envelope: EnvelopeCloudEvent): boolean {
    const mark = markOf(envelope);
    if (this.marks.has(mark)) return false;
    this.marks.add(mark);
    this.envelopes.push(envelope);
    if (this.envelopes.length > this.kept) this.forgetOldest();
    return true;
  }

  /** Forgets everything: what comes from now on does not follow on what came. */
  begin(beginning: string): void {
    this.envelopes.length = 0;
    this.marks.clear();
    this.start = beginning;
  }

  /** What came after a mark; nothing at all where the mark is not known here any more. */
  since(mark: string): readonly EnvelopeCloudEvent[] | undefined {
    const index = this.envelopes.findLastIndex((envelope) => markOf(envelope) === mark);
    if (index >= 0) return this.envelopes.slice(index + 1);
    return mark === this.start ? [...this.envelopes] : undefined;
  }

  private forgetOldest(): void {
    const gone = this.envelopes.shift();
    if (!gone) return;
    this.start = markOf(gone);
    this.marks.delete(this.start);
  }
}

/** An envelope's place in the feed: its ledger and position, the same in every api. */
export const markOf = ({ ledger, position }: EnvelopeCloudEvent): string => `${ledger}-${position}`;
