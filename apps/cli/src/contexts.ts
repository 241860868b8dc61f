import type { Context } from '#kernel/assembly';
import { organizations } from '#organizations';
import { resolution } from '#resolution';
import { safetyEvents } from '#safety-events';

/** The contexts that the command line knows. */
export const contexts: readonly Context[] = [organizations, safetyEvents, resolution];
