import type { Append } from './append.js';

/** Bounds of one batch: a batch in the making holds up nobody for long, and the server's memory is not ours alone. */
const MOST_EVENTS = 500;
const MOST_CHARACTERS = 4_000_000;

/**
 * Takes the next batch out of a queue, in order, and leaves the rest. No stream, command id or claim comes twice in
 * one: what would, waits for the next batch, and everything of its stream after it. One append alone may be of any size.
 */
export const gather = <T extends { readonly append: Append }>(queue: readonly T[]): { batch: T[]; rest: T[] } => {
  const batch: T[] = [];
  const rest: T[] = [];
  const seen = new Set<string>();
  let events = 0;
  let characters = 0;
  for (const [index, one] of queue.entries()) {
    events += one.append.events.length;
    characters += charactersOf(one.append);
    if (batch.length > 0 && (events > MOST_EVENTS || characters > MOST_CHARACTERS))
      return { batch, rest: [...rest, ...queue.slice(index)] };
    const keys = keysOf(one.append);
    (keys.some((key) => seen.has(key)) ? rest : batch).push(one);
    for (const key of keys) seen.add(key);
  }
  return { batch, rest };
};

const charactersOf = ({ events }: Append): number => events.reduce((sum, { data }) => sum + data.length, 0);

const keysOf = ({ org, stream, commandId, claims }: Append): string[] => {
  const keys = [`${org}/${stream}`, `${org}/${commandId}`];
  return claims ? [...keys, ...claims.map(({ scope, key }) => `${org}/${JSON.stringify([scope, key])}`)] : keys;
};
