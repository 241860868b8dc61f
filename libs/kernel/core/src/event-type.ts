import type { DomainEvent } from './event.js';
import type { Field } from './field.js';

type Fields = Readonly<Record<string, Field>>;
type ValueOf<F> = F extends Field<infer T> ? T : never;
type Required<F extends Fields> = { [K in keyof F]: F[K] extends Field<unknown, true> ? never : K }[keyof F];
type Optional<F extends Fields> = { [K in keyof F]: F[K] extends Field<unknown, true> ? K : never }[keyof F];

/** The data of an event whose type declares these fields. */
export type DataOf<F extends Fields> = { readonly [K in Required<F>]: ValueOf<F[K]> } & {
  readonly [K in Optional<F>]?: ValueOf<F[K]>;
};

/** Stored data of one version as the next version has it. A sealed field keeps its name, which its seal is bound to. */
export type Upcast = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** The shape of one kind of event: name, schema version, every field with its label, and the way from older versions. */
export interface EventType<T extends string = string, F extends Fields = Fields> {
  readonly type: T;
  readonly version: number;
  readonly fields: F;
  /** From version 1 to 2, from 2 to 3, and so on up to `version`. */
  readonly upcasts: readonly Upcast[];
}

/** The event union member that an {@link EventType} describes. */
export type EventOf<E> = E extends EventType<infer T, infer F> ? DomainEvent<T, DataOf<F>> : never;

/**
 * Declares an event type. A stored shape is never edited: raise the version, say how data of the version before becomes
 * the new one (an {@link Upcast} for each step), and keep the old sample. Throws where a step is missing.
 */
export const eventType = <const T extends string, F extends Fields>(
  type: T,
  version: number,
  fields: F,
  upcasts: readonly Upcast[] = [],
): EventType<T, F> => {
  if (upcasts.length !== version - 1) throw new Error(`${type} v${version} needs ${version - 1} upcasts`);
  return { type, version, fields, upcasts };
};

/**
 * What keeps an event from being stored: an unknown field, a missing one, a value its kind refuses.
 * Deciders build events from validated commands, so a problem here is a bug and never a user's fault.
 */
export const eventProblem = (shape: EventType, data: Readonly<Record<string, unknown>>): string | undefined => {
  const stranger = Object.keys(data).find((key) => !(key in shape.fields));
  if (stranger) return `${shape.type} has no field ${stranger}`;
  for (const [name, field] of Object.entries(shape.fields)) {
    const value = data[name];
    if (value === undefined) {
      if (!field.optional) return `${shape.type}.${name} is missing`;
      continue;
    }
    const clear = field.sealed ? (value as { clear?: unknown }).clear : value;
    const problem = field.kind.problem(clear);
    if (problem) return `${shape.type}.${name} ${problem}`;
  }
  return undefined;
};
