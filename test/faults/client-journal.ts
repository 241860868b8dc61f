/** Where an event stands, as a receipt says it. */
export interface Standing {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
}

/**
 * What a client knows of a command that it sent, maybe several times under one key: that it was done, that it was
 * refused, or nothing, since no answer came.
 */
export type Outcome =
  | { readonly is: 'acknowledged'; readonly receipt: Standing }
  | { readonly is: 'refused'; readonly status: number }
  | { readonly is: 'unknown' };

/** One command of a client. */
export interface Entry {
  readonly commandId: string;
  readonly outcome: Outcome;
  /** How often it was sent. */
  readonly sent: number;
}

/** What all clients of a run know, to be held against the store afterwards. */
export class ClientJournal {
  readonly entries: Entry[] = [];

  note(entry: Entry): void {
    this.entries.push(entry);
  }

  /** The commands that were answered with a receipt. */
  get acknowledged(): readonly (Entry & { outcome: { is: 'acknowledged' } })[] {
    return this.entries.filter((entry): entry is Entry & { outcome: Entry['outcome'] & { is: 'acknowledged' } } => {
      return entry.outcome.is === 'acknowledged';
    });
  }

  /** Counts, for the test's output. */
  summary(): string {
    const count = (is: Outcome['is']) => this.entries.filter(({ outcome }) => outcome.is === is).length;
    const again = this.entries.filter(({ sent }) => sent > 1).length;
    return `${count('acknowledged')} acknowledged, ${count('refused')} refused, ${count('unknown')} unknown, ${again} sent more than once`;
  }
}
