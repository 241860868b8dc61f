import { Database, SystemClock } from '#kernel/platform';
import { HeardBell, noted, noting } from '../append.examples.js';
import type { Append, Claim, Expected } from '../append.js';
import { Appender } from '../appender.js';
import { Chance } from './chance.js';

/** What a process of the fuzz is told. */
export interface Orders {
  readonly url: string;
  readonly org: string;
  readonly streams: readonly string[];
  readonly claims: readonly Claim[];
  readonly writers: number;
  readonly seed: number;
  readonly seconds: number;
}

/** What it says of each command: what it asked for, and how that was judged, or that nobody knows. */
export interface Told {
  readonly commandId: string;
  readonly stream: string;
  readonly events: readonly string[];
  readonly claims: readonly Claim[];
  readonly outcome: string;
  readonly revision?: number;
  readonly position?: number;
}

const draw = ({ org, streams, claims }: Orders, chance: Chance): Append =>
  noting(org, chance.pick(streams), {
    expected: chance.pick<Expected>(['any', 'any', 'any', 'existing', 0, chance.below(50)]),
    events: Array.from({ length: chance.once(3) ? 1 + chance.below(6) : 1 }, () => noted()),
    ...(chance.once(10) && { claims: [chance.pick(claims)] }),
  });

const judged = async (appender: Appender, append: Append): Promise<Told> => {
  const { commandId, stream, events, claims = [] } = append;
  const told = { commandId, stream, events: events.map(({ id }) => id), claims };
  try {
    const verdict = await appender.append(append);
    if (!('receipt' in verdict)) return { ...told, outcome: verdict.outcome };
    const { revision, position } = verdict.receipt;
    return { ...told, outcome: verdict.outcome, revision, position };
  } catch {
    return { ...told, outcome: 'unknown' };
  }
};

/** Writes for some seconds, as the process of an api would under fire, and tells everything it was told. */
const write = async (orders: Orders): Promise<Told[]> => {
  const db = await Database.open({ url: orders.url, role: 'api', max: 4 });
  const appender = new Appender(db, new SystemClock(), new HeardBell());
  const until = Date.now() + orders.seconds * 1000;
  const writer = async (chance: Chance): Promise<Told[]> => {
    const all: Told[] = [];
    while (Date.now() < until) {
      const append = draw(orders, chance);
      const tries = chance.once(8) ? 3 : 1; // an impatient client sends again before it has heard
      all.push(...(await Promise.all(Array.from({ length: tries }, () => judged(appender, append)))));
    }
    return all;
  };
  const chances = Array.from({ length: orders.writers }, (_, index) => new Chance(orders.seed + index));
  const told = await Promise.all(chances.map(writer));
  await appender.close();
  await db.close();
  return told.flat();
};

process.once('message', (orders: Orders) => {
  void write(orders).then((told) => process.send?.(told, () => process.disconnect()));
});
