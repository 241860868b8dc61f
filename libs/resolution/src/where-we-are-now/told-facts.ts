import type { Recorded } from '#kernel/core';
import type { KeptFact } from '../facts/facts.events.js';
import type { ClearedWords, Told, ToldFact, WhereWeAreNowRow } from './where-we-are-now.row.js';

type Kept = Omit<WhereWeAreNowRow, 'org' | 'id'>;
type Fact<T extends KeptFact['type']> = Recorded<Extract<KeptFact, { type: T }>>;

/** These kept facts as they are told now: each in the words in which it is cleared (INV-24). */
export const toldNow = (entries: readonly string[], cleared: Kept['cleared']): readonly ToldFact[] =>
  entries.map((entry) => ({ entry, ...(cleared[entry] && { words: cleared[entry] }) }));

/** What was told of one fact and was not taken back since, changed. */
const changed = (told: readonly Told[], entry: string, change: (fact: ToldFact) => ToldFact): readonly Told[] =>
  told.map((one) =>
    one.facts
      ? { ...one, facts: one.facts.map((fact) => (fact.entry === entry && !fact.withdrawnAt ? change(fact) : fact)) }
      : one,
  );

/**
 * A fact may be told, in these words. What was told before is not said otherwise by it; but where a fact was told and its
 * words are not known, since a clearance could not be read in time, they are these.
 */
export const clearedFor = (
  { eventId, data: { entry, words, language } }: Fact<'FactClearedForSharing'>,
  row: Kept = { told: [], cleared: {} },
): Kept => {
  const cleared: ClearedWords = { eventId, shared: { words, language } };
  return {
    ...row,
    told: changed(row.told, entry, (fact) => ({ ...fact, words: fact.words ?? cleared })),
    cleared: { ...row.cleared, [entry]: cleared },
  };
};

/**
 * A fact was corrected, retracted or is not cleared any more. That it was told stays, and since when it does not hold in
 * that way; its words leave the patient's view, for whatever reason: none but cleared ones are shown (domain.md 7.3, INV-24).
 */
export const withdrawnFrom = (
  { occurredAt, data: { entry } }: Fact<'FactCorrected' | 'FactRetracted' | 'FactClearanceWithdrawn'>,
  row: Kept | undefined,
): Kept | undefined => {
  if (!row) return undefined;
  const { [entry]: _, ...cleared } = row.cleared;
  return { ...row, told: changed(row.told, entry, () => ({ entry, withdrawnAt: occurredAt })), cleared };
};
