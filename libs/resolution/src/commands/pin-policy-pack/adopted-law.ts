import { type AdoptedPack, defaultPacks, type PolicyPack, packOn } from '#kernel/clocks';
import type { Instant } from '#kernel/core';

/** Whose law comes first: a facility's before the organization's, a state's (`us-co`) before the nation's (`us`). */
const nearness = ({ facilityId, jurisdiction }: AdoptedPack): number =>
  (facilityId === undefined ? 0 : 2) + (jurisdiction.includes('-') ? 1 : 0);

/**
 * The pack that a case goes by (domain.md 8.3): of those adopted by a time, the nearest, and of several the one that was
 * adopted last; in the version that was in force on the day of its event (`2026-03-02`). Nothing where none was.
 */
export const adoptedLaw = (adopted: readonly AdoptedPack[], by: Instant, day: string): PolicyPack | undefined =>
  adopted
    .filter(({ since }) => since <= by)
    .map((one) => ({ near: nearness(one), pack: packOn(defaultPacks, one.jurisdiction, day) }))
    .filter(({ pack }) => pack !== undefined)
    .reduce<{ near: number; pack?: PolicyPack | undefined }>((best, one) => (one.near >= best.near ? one : best), {
      near: 0,
    }).pack;
