import type { EventType, Instant, Label } from '#kernel/core';
import type { Tx } from '#kernel/platform';
import { disclose, type Opener, type Shown } from '#kernel/privacy';
import { factsStreamOf, streamOf } from '../case-record/case-deadlines.js';
import { factClearedForSharing } from '../facts/facts.events.js';
import { resolutionCaseCatalogue } from '../resolution-case/resolution-case.events.js';
import type { ToldType } from './told.allow-list.js';
import { WhereWeAreNowRow } from './where-we-are-now.row.js';

/** A kept fact that was told: in which words, or since when it is not told in them any more. */
export interface OpenedFact {
  readonly fact: string;
  readonly words?: unknown;
  readonly language?: unknown;
  readonly withdrawnAt?: Instant;
}

/** What came to pass, with its words: `{ erased: true }` stands for words that were forgotten. */
export interface OpenedTold {
  readonly type: ToldType;
  readonly occurredAt: Instant;
  readonly said: Shown;
  /** The kept facts that were told then. */
  readonly facts?: readonly OpenedFact[];
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
  const shown = labels.filter((label) => label === 'SHARED');
  const said = await disclose(
    opener,
    tx,
    { org, stream: streamOf(id) },
    told.map(({ type, eventId, shared }) => ({
      shape: SHAPES.get(type) as EventType,
      eventId,
      labels: shown,
      data: shared,
    })),
  );
  const facts = shown.length > 0 ? await factsOf({ tx, opener }, row) : [];
  return {
    ...(liaison && { liaison }),
    ...(cover && { cover }),
    told: told.map(({ type, at }, nth) => ({
      type,
      occurredAt: at,
      said: said[nth] as Shown,
      ...(facts[nth] && { facts: facts[nth] }),
    })),
  };
};

/** The kept facts that were told, step by step, opened all at once. */
const factsOf = async (
  { tx, opener }: { readonly tx: Tx; readonly opener: Opener },
  { org, id, told }: WhereWeAreNowRow,
): Promise<readonly (readonly OpenedFact[] | undefined)[]> => {
  const words = told.flatMap(({ facts = [] }) => facts.flatMap((fact) => fact.words ?? []));
  const said = await disclose(
    opener,
    tx,
    { org, stream: factsStreamOf(id) },
    words.map(({ eventId, shared }) => ({
      shape: factClearedForSharing,
      eventId,
      labels: ['SHARED'],
      data: shared,
    })),
  );
  const opened = new Map(words.map((one, nth) => [one, said[nth]]));
  return told.map(({ facts }) =>
    facts?.map(({ entry, words, withdrawnAt }) => ({
      fact: entry,
      ...(words && opened.get(words)),
      ...(withdrawnAt && { withdrawnAt }),
    })),
  );
};
