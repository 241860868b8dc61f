import { type Recorded, streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { KeptFact } from '../../facts/facts.events.js';
import { type FactEntry, FactsRow, type SaidOfFact } from './facts.row.js';

type Line = Omit<FactsRow, 'org' | 'id'>;

const said = ({ eventId, type, data }: Recorded<KeptFact>): SaidOfFact => ({ eventId, type, data }) as SaidOfFact;

/** The facts of a case, as these entries have them, after something came to pass with one. */
const after = ({ revision, position }: Recorded, entries: readonly FactEntry[]): Line => ({
  entries,
  revision,
  position,
});

const changed = (event: Recorded<KeptFact>, line: Line | undefined, change: (before: FactEntry) => FactEntry): Line =>
  after(
    event,
    (line?.entries ?? []).map((one) => (one.entry === event.data.entry ? change(one) : one)),
  );

/** What may not be told has no words to be told in. */
const uncleared = ({ clearance: _, ...before }: FactEntry): FactEntry => ({ ...before, standing: 'kept' });

/** The kept facts of a case, and which of them may be told (domain.md 7.5, INV-24). */
export const facts = projection<FactsRow, KeptFact>({
  name: 'resolution.facts',
  version: 1,
  row: FactsRow,
  key: ({ stream }) => streamId(stream),
  on: {
    FactRecorded: (event, line) =>
      after(event, [...(line?.entries ?? []), { entry: event.data.entry, standing: 'kept', recorded: said(event) }]),
    FactCorrected: (event, line) =>
      changed(event, line, (before) => ({ ...uncleared(before), correction: said(event) })),
    FactRetracted: (event, line) =>
      changed(event, line, (before) => ({ ...uncleared(before), standing: 'retracted', retraction: said(event) })),
    FactClearedForSharing: (event, line) =>
      changed(event, line, (before) => ({ ...before, standing: 'cleared', clearance: said(event) })),
    FactClearanceWithdrawn: (event, line) => changed(event, line, uncleared),
  },
});
