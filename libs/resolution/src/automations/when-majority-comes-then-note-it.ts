import type { DeadlineFact } from '#kernel/clocks';
import { streamId } from '#kernel/core';
import type { Envelope } from '#kernel/ledger';
import { automation } from '#kernel/readers';
import { NoteMajority } from '../commands/note-majority/note-majority.command.js';

/** The kind of the clock that runs from the day on which a minor comes of age. */
const AUTHORITY_RECHECKED = 'AU-01';

interface Told {
  readonly stream: string;
  readonly data: { readonly kind: string };
}

const noting = ({ stream, data: { kind } }: Told, act: () => Envelope): NoteMajority | undefined =>
  kind === AUTHORITY_RECHECKED && stream.startsWith('resolution-case-')
    ? new NoteMajority(streamId(stream), act())
    : undefined;

/**
 * Who decides is looked at anew once a minor has come of age (domain.md 8.15, process 7). The clock's reminder is the first
 * that is told after that day; the rules know whether it has come.
 */
export const whenMajorityComesThenNoteIt = automation<DeadlineFact>({
  name: 'resolution.when-majority-comes-then-note-it',
  version: 1,
  on: { DeadlineReminded: noting, DeadlineMissed: noting },
});
