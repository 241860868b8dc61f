import type { Category } from '../safety-event/safety-event.codes.js';

/** What a rating reads as elsewhere. A dash: whatever it is. */
export interface CrosswalkRow {
  /** The harm scale's code, or the class that did no harm. */
  readonly harm: 'death' | 'severe' | 'moderate' | 'mild' | 'none' | 'near-miss' | 'unsafe-condition';
  readonly duration: 'permanent' | 'temporary' | '-';
  readonly nccMerp: readonly string[];
  readonly who?: string;
  readonly sentinel: boolean;
}

/** A version of the map. A published one is never edited: choices name the version they were made by. */
export interface Crosswalk {
  readonly version: string;
  /** What may be said of it to outsiders. */
  readonly standing: string;
  readonly rows: readonly CrosswalkRow[];
  /** Serious reportable events that a category may be; those under `any` may come of every one. */
  readonly nqf: Readonly<Record<Category | 'any', readonly string[]>>;
}

const row = (
  harm: CrosswalkRow['harm'],
  duration: CrosswalkRow['duration'],
  nccMerp: string,
  who: string | undefined,
  sentinel: boolean,
): CrosswalkRow => ({ harm, duration, nccMerp: [...nccMerp], ...(who && { who }), sentinel });

/**
 * Harm by the AHRQ scale of 1.2 and its duration. NCC MERP is about medication only, and its E to H ask what was done
 * beside what came of it; so several letters stand for one rating, and a person chooses (standards.md 2).
 */
export const crosswalk1: Crosswalk = {
  version: 'crosswalk-1',
  standing: "this project's own judgement, published by none of the lists' owners",
  rows: [
    row('death', '-', 'I', 'death', true),
    row('severe', 'permanent', 'G', 'severe', true),
    row('severe', 'temporary', 'HF', 'severe', true),
    row('moderate', 'permanent', 'G', 'moderate', true),
    row('moderate', 'temporary', 'FE', 'moderate', false),
    row('mild', 'permanent', 'G', 'mild', true),
    row('mild', 'temporary', 'E', 'mild', false),
    row('none', '-', 'CD', 'none', false),
    row('near-miss', '-', 'B', undefined, false),
    row('unsafe-condition', '-', 'A', undefined, false),
  ],
  nqf: {
    blood: ['4B', '2A'],
    device: ['1D', '2A', '2B', '2C', '5A', '5B', '5C', '6A'],
    fall: ['4E', '5D'],
    infection: ['2A'],
    medication: ['4A', '2A', '5B'],
    perinatal: ['4C', '4D', '4G'],
    pressure_ulcer: ['4F'],
    surgery_anesthesia: ['1A', '1B', '1C', '1D', '1E', '2C', '4H', '5C'],
    venous_thromboembolism: [],
    workforce: ['7C', '7D'],
    other: ['3A', '3B', '3C', '4G', '4H', '4I', '5A', '5B', '5C', '5D', '6A', '7A', '7B', '7C', '7D'],
    any: ['4I', '7A'],
  },
};
