import type { Instant } from '#kernel/core';
import type { People } from '../measure-snapshot/measure.codes.js';

/** Something that happened: when, when the ledger heard of it, and by which event. */
export interface Told {
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly position: number;
}

/** How it came to light, as far as that makes an identification retrospective. */
export type Found = 'by-claim' | 'by-chart-review' | 'otherwise';

/** Whether a case's care had a charge that could be held, and which event said so last. */
export interface Charge {
  readonly billable: 'yes' | 'no' | 'unknown';
  readonly position: number;
}

/** What the measures need to know of a resolution case. */
export interface SubjectCase {
  readonly activated?: Told;
  readonly talked?: Told;
  /** The patient was unable and nobody else could be told. */
  readonly unable?: Told;
  readonly charge?: Charge;
  readonly held?: Told;
  readonly withdrawn?: Told;
}

/** What the measures need to know of a safety event and its cases. Everything else they count follows from it. */
export interface Subject {
  readonly zone: string;
  /** Absent where neither a patient nor one of the workforce was harmed. */
  readonly people?: People;
  readonly incident: boolean;
  readonly found: Found;
  readonly eventAt: Instant;
  readonly reported: number;
  /** Where its class was last said. */
  readonly classed: number;
  readonly voided?: Told;
  readonly identified?: Told;
  /** The determination by which it is eligible now. */
  readonly eligible?: Told;
  /** Its confirmation as serious. */
  readonly serious?: Told;
  readonly boardTold?: Told;
  readonly chiefsTold?: Told;
  readonly cases: Readonly<Record<string, SubjectCase>>;
}

/**
 * The first of two: what is entered late may have come before what is known already (domain.md 2.2, rule 5: the first
 * completion decides).
 */
export const first = (known: Told | undefined, next: Told): Told => (known && known.at <= next.at ? known : next);
