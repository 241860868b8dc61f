import type { Tx } from '#kernel/platform';
import type { Lookups } from '#kernel/privacy';
import type { MatchBasis } from '../safety-event/follow-up.codes.js';
import { nearOf } from './likeness.sql.js';

/** Two safety events that are near in time and place. */
export interface Near {
  readonly of: string;
  readonly id: string;
  /** How far apart they were, beyond what the precision of their times leaves open. */
  readonly minutes: number;
  readonly sameUnit: boolean;
  readonly sameCategory: boolean;
  /** Whether their record numbers are the same; absent where one of them has none, or it is not to be known. */
  readonly samePatient?: boolean;
}

/** By what two safety events seem to be the same, and how much so: of 100. */
export interface Likeness {
  readonly id: string;
  readonly score: number;
  readonly matchBasis: readonly MatchBasis[];
  readonly samePatient?: boolean;
}

/** From this score on, an inbox says that there are possible duplicates. */
export const LIKELY = 50;

/** The largest number of neighbours in time that are looked at, on either side. */
const NEIGHBOURS = 60;
const HOUR = 60;
const POINTS = { withinAnHour: 30, withinSixHours: 20, withinADay: 10, place: 20, category: 20, patient: 30 };

const pointsOfTime = (minutes: number): number => {
  if (minutes <= HOUR) return POINTS.withinAnHour;
  return minutes <= 6 * HOUR ? POINTS.withinSixHours : POINTS.withinADay;
};

/**
 * How much two safety events that are near in time are alike, by place, category and patient (domain.md 8.4, 8.16). Other
 * people's record numbers speak against it (INV-11). Nothing where nothing but the time and facility speaks for it.
 */
export const likenessOf = ({ id, minutes, sameUnit, sameCategory, samePatient }: Near): Likeness | undefined => {
  if (!sameUnit && !sameCategory && !samePatient) return undefined;
  const score =
    pointsOfTime(minutes) +
    (sameUnit ? POINTS.place : 0) +
    (sameCategory ? POINTS.category : 0) +
    (samePatient === undefined ? 0 : samePatient ? POINTS.patient : -POINTS.patient);
  if (score <= 0) return undefined;
  const matchBasis: readonly MatchBasis[] = [
    'time',
    ...(sameUnit ? (['place'] as const) : []),
    ...(sameCategory ? (['category'] as const) : []),
    ...(samePatient ? (['patient'] as const) : []),
  ];
  return { id, score, matchBasis, ...(samePatient !== undefined && { samePatient }) };
};

/**
 * Of each of these safety events, those that may be the same, most alike first. Record numbers are compared, through their
 * blind indexes, only where `patients` says that the asker may see them.
 */
export const alikeIn = async (
  tx: Tx,
  lookups: Lookups,
  { org, ids, patients }: { readonly org: string; readonly ids: readonly string[]; readonly patients: boolean },
): Promise<ReadonlyMap<string, readonly Likeness[]>> => {
  const near = await tx.query<Near>(nearOf, [org, ids, NEIGHBOURS]);
  const everybody = [...new Set(near.flatMap(({ of, id }) => [stream(of), stream(id)]))];
  const numbers = patients ? await lookups.numbered(tx, org, 'record-number', everybody) : new Map<string, never>();
  const alike = new Map<string, Likeness[]>();
  for (const pair of near) {
    const likeness = likenessOf({
      ...pair,
      ...samePatient(numbers.get(stream(pair.of)), numbers.get(stream(pair.id))),
    });
    if (likeness) alike.set(pair.of, [...(alike.get(pair.of) ?? []), likeness]);
  }
  for (const of of alike.values()) of.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
  return alike;
};

const stream = (id: string): string => `safety-event-${id}`;

const samePatient = (ours?: readonly number[], theirs?: readonly number[]): Pick<Near, 'samePatient'> =>
  ours && theirs ? { samePatient: ours.some((number) => theirs.includes(number)) } : {};
