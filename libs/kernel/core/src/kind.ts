/**
 * What values a field may hold. `free` kinds can carry a person's words or identity and are only
 * accepted sealed (see `field.ts`). `problem` says what is wrong with a value, or nothing.
 */
export interface Kind<T, Free extends boolean = boolean> {
  readonly name: string;
  readonly free: Free;
  problem(value: unknown): string | undefined;
  readonly of?: T;
}

const kind = <T, F extends boolean>(name: string, free: F, ok: (value: unknown) => boolean): Kind<T, F> => ({
  name,
  free,
  problem: (value) => (ok(value) ? undefined : `must be ${name}`),
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** What a database cannot keep as text: NUL, and halves of surrogate pairs. */
const UNSTORABLE = /\p{Surrogate}|\0/u;
const SHA256 = /^[0-9a-f]{64}$/;
const CODED = /^[A-Za-z0-9][A-Za-z0-9 ._:/+-]{0,79}$/;

/** One of a fixed list of codes. */
export const code = <const T extends string>(values: readonly T[]): Kind<T, false> =>
  kind(`one of ${values.join(', ')}`, false, (value) => values.includes(value as T));

/** A UUID in lower case: a reference to a stream, a person, a facility. */
export const uuid = (): Kind<string, false> =>
  kind('a lower-case UUID', false, (value) => typeof value === 'string' && UUID.test(value));

/** The SHA-256 of some bytes, in lower-case hexadecimal. */
export const sha256 = (): Kind<string, false> =>
  kind('a SHA-256 in lower-case hexadecimal', false, (value) => typeof value === 'string' && SHA256.test(value));

/** An {@link Instant}. */
export const instant = (): Kind<string, false> =>
  kind('an instant in UTC with milliseconds', false, (value) => typeof value === 'string' && INSTANT.test(value));

/** A short identifier from somebody else's code system or register, never a person's. */
export const coded = (): Kind<string, false> =>
  kind(
    'a short code (letters, digits and . _ : / + - or space, at most 80)',
    false,
    (value) => typeof value === 'string' && CODED.test(value),
  );

/** A whole number between two bounds, both included. */
export const whole = (min: number, max: number): Kind<number, false> =>
  kind(
    `a whole number from ${min} to ${max}`,
    false,
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
  );

/** A number that was measured or counted from others: a median, a share. */
export const decimal = (): Kind<number, false> => kind('a finite number', false, (value) => Number.isFinite(value));

/** Yes or no. */
export const flag = (): Kind<boolean, false> => kind('true or false', false, (value) => typeof value === 'boolean');

const words = (value: unknown, max: number): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= max && !UNSTORABLE.test(value);

/** A person's own words, or anything that may identify a person: always sealed. */
export const text = (max = 20_000): Kind<string, true> =>
  kind(`text of 1 to ${max} storable characters`, true, (value) => words(value, max));

/** The name of an organization or a place, never of a person. */
export const title = (): Kind<string, false> =>
  kind('a name of 1 to 200 storable characters', false, (value) => words(value, 200));

/** A part of a group that it may lack. */
export const maybe = <T, F extends boolean>(part: Kind<T, F>): Kind<T | undefined, F> => ({
  name: `${part.name}, or nothing`,
  free: part.free,
  problem: (value) => (value === undefined ? undefined : part.problem(value)),
});

/** Several values of one kind, at most `max`. */
export const list = <T, F extends boolean>(item: Kind<T, F>, max = 100): Kind<readonly T[], F> => ({
  name: `at most ${max} values, each ${item.name}`,
  free: item.free,
  problem: (value) => {
    if (!Array.isArray(value) || value.length > max) return `must be a list of at most ${max} values`;
    return value.map((one) => item.problem(one)).find((problem) => problem !== undefined);
  },
});

type Parts = Record<string, Kind<unknown>>;
type PartOf<K> = K extends Kind<infer V> ? V : never;
type Lacking<T extends Parts> = { [K in keyof T]: undefined extends PartOf<T[K]> ? K : never }[keyof T];

/** A group's value: all of its parts, but for those that it may lack. */
type GroupOf<T extends Parts> = { readonly [K in Exclude<keyof T, Lacking<T>>]: PartOf<T[K]> } & {
  readonly [K in Lacking<T>]?: PartOf<T[K]>;
};

/** A group of values that belong together, as a time and its precision do. */
export const group = <T extends Parts>(parts: T): Kind<GroupOf<T>, T[keyof T]['free']> => ({
  name: `{ ${Object.keys(parts).join(', ')} }`,
  free: Object.values(parts).some((part) => part.free),
  problem: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'must be an object';
    const stranger = Object.keys(value).find((key) => !(key in parts));
    if (stranger) return `has no part ${stranger}`;
    for (const [key, part] of Object.entries(parts)) {
      const problem = part.problem((value as Record<string, unknown>)[key]);
      if (problem) return `${key} ${problem}`;
    }
    return undefined;
  },
});
