import { caregiverSupport } from '#caregiver-support';
import { concerns } from '#concerns';
import type { Context } from '#kernel/assembly';
import { measures } from '#measures';
import { organizations } from '#organizations';
import { resolution } from '#resolution';
import { safetyEvents } from '#safety-events';

/** Every context that the programs run. */
export const everyContext: readonly Context[] = [
  organizations,
  safetyEvents,
  concerns,
  resolution,
  caregiverSupport,
  measures,
];
