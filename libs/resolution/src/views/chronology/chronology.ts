import type { Instant } from '#kernel/core';
import type { Told } from '../../record/case.reading.js';
import { sharedSteps } from '../../record/patients-steps.js';

/** The whole story as its reader may see it, or what of it may be given to the patient. */
export const FORMS = ['full', 'share-safe'] as const;
export type Form = (typeof FORMS)[number];

/** What was done, when, and what it said. */
export interface ChronologyStep {
  readonly at: Instant;
  readonly type: Told['type'];
  readonly said: Told['said'];
}

/** The story of a case in one of its forms; the share-safe one is made of SHARED fields alone, whoever reads it. */
export const chronologyOf = (told: readonly Told[], form: Form): readonly ChronologyStep[] =>
  form === 'share-safe' ? sharedSteps(told) : told.map(({ type, occurredAt: at, said }) => ({ at, type, said }));
