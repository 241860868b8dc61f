import type { EventType, Label } from '#kernel/core';
import type { Shown } from './disclosure.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * What an event says to somebody who may see these labels, as it is stored: sealed fields stay sealed, every other field
 * is left out, and so is everything where the type is nobody's here.
 */
export const outlineOf = (shape: EventType | undefined, data: object, labels: readonly Label[]): Data =>
  Object.fromEntries(
    Object.entries(data).filter(([name]) => {
      const field = shape?.fields[name];
      return field !== undefined && labels.includes(field.label);
    }),
  );

/** The same for somebody to look at: `{ sealed: true }` where something is sealed, at any depth, and never the seal. */
export const unopened = <T>(value: T): Shown | T => {
  if (Array.isArray(value)) return value.map(unopened) as T;
  if (typeof value !== 'object' || value === null) return value;
  if ('sealed' in value) return { sealed: true };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unopened(inner)]));
};
