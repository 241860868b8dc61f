import { recorded } from '#kernel/readers/testing';
import type { KeptFact } from '../facts/facts.events.js';
import { type ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';
import type { OpenedTold, ToldCase } from './opened-told.js';
import { whereWeAreNow } from './where-we-are-now.projection.js';
import type { WhereWeAreNowRow } from './where-we-are-now.row.js';

type Row = Omit<WhereWeAreNowRow, 'org' | 'id'>;
type Recording = ReturnType<typeof recorded<ResolutionCaseFact | KeptFact>>;

/** The patient's row after these facts. */
export const rowAfter = (events: readonly Recording[]): Row | undefined =>
  events.reduce<Row | undefined>((row, event) => {
    const fold = whereWeAreNow.on[event.type] as ((event: Recording, row?: Row) => Row | undefined) | undefined;
    return fold ? fold(event, row) : row;
  }, undefined);

const clear = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'clear' in value ? value.clear : value;

const cleared = (shared: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(shared).map(([name, value]) => [name, clear(value)]));

/** A row as if its words had been opened. */
export const opened = (row: Row | undefined): ToldCase => ({
  ...(row?.liaison && { liaison: row.liaison }),
  ...(row?.cover && { cover: row.cover }),
  told: (row?.told ?? []).map(
    ({ type, at, shared, facts }): OpenedTold => ({
      type,
      occurredAt: at,
      said: cleared(shared),
      ...(facts && {
        facts: facts.map(({ entry, words, withdrawnAt }) => ({
          fact: entry,
          ...(words && cleared(words.shared)),
          ...(withdrawnAt && { withdrawnAt }),
        })),
      }),
    }),
  ),
});
