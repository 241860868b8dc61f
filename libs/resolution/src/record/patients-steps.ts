import type { Instant } from '#kernel/core';
import { resolutionCaseCatalogue } from '../resolution-case/resolution-case.events.js';
import type { Told } from './case.reading.js';

/** By event type, the fields that are the patient's to read, as the catalogue labels them; a type with none is not here. */
export const SHARED_FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  resolutionCaseCatalogue
    .map(({ type, fields }): [string, readonly string[]] => [
      type,
      Object.entries(fields)
        .filter(([, { label }]) => label === 'SHARED')
        .map(([name]) => name),
    ])
    .filter(([, names]) => names.length > 0),
);

/** A step as it may be shared. */
export interface SharedStep {
  readonly at: Instant;
  readonly type: Told['type'];
  readonly said: Told['said'];
}

/**
 * What of these steps may be shared, by the allow-list {@link SHARED_FIELDS} and nothing else: a step that says nothing to
 * the patient is not there, neither by its name nor by its time.
 */
export const sharedSteps = (told: readonly Told[]): readonly SharedStep[] =>
  told.flatMap(({ type, occurredAt: at, said }) => {
    const kept = (SHARED_FIELDS.get(type) ?? []).filter((name) => said[name] !== undefined);
    return kept.length > 0 ? [{ at, type, said: Object.fromEntries(kept.map((name) => [name, said[name]])) }] : [];
  });
