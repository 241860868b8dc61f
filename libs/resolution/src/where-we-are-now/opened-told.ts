import type { EventType, Instant, Label } from '#kernel/core';
import type { Tx } from '#kernel/platform';
import { disclose, type Opener, type Shown } from '#kernel/privacy';
import { streamOf } from '../case-record/case-deadlines.js';
import { resolutionCaseCatalogue } from '../resolution-case/resolution-case.events.js';
import type { ToldType } from './told.allow-list.js';
import { WhereWeAreNowRow } from './where-we-are-now.row.js';

/** What came to pass, with its words: `{ erased: true }` stands for words that were forgotten. */
export interface OpenedTold {
  readonly type: ToldType;
  readonly occurredAt: Instant;
  readonly said: Shown;
}

/** A case as its patient may see it, opened. */
export interface ToldCase {
  readonly liaison?: string;
  readonly cover?: WhereWeAreNowRow['cover'];
  readonly told: readonly OpenedTold[];
}

const SHAPES: ReadonlyMap<string, EventType> = new Map(resolutionCaseCatalogue.map((shape) => [shape.type, shape]));

/**
 * What the patient of a case was told. Field by field, by the label SHARED: what is not told to patients stays shut,
 * whatever a row may hold. Nobody was told anything of a case that no team has taken up.
 */
export const toldOf = async (
  { tx, opener }: { readonly tx: Tx; readonly opener: Opener },
  { org, id, labels }: { readonly org: string; readonly id: string; readonly labels: readonly Label[] },
): Promise<ToldCase> => {
  const row = await tx.manager.findOneBy(WhereWeAreNowRow, { org, id });
  if (!row) return { told: [] };
  const { liaison, cover, told } = row;
  const said = await disclose(
    opener,
    tx,
    { org, stream: streamOf(id) },
    told.map(({ type, eventId, shared }) => ({
      shape: SHAPES.get(type) as EventType,
      eventId,
      labels: labels.filter((label) => label === 'SHARED'),
      data: shared,
    })),
  );
  return {
    ...(liaison && { liaison }),
    ...(cover && { cover }),
    told: told.map(({ type, at }, index) => ({ type, occurredAt: at, said: said[index] as Shown })),
  };
};
