import type { Context } from '#kernel/assembly';
import { organizations } from '#organizations';
import { resolution } from '#resolution';
import { safetyEvents } from '#safety-events';

/** The contexts whose readers this process runs. */
export const contexts: readonly Context[] = [organizations, safetyEvents, resolution];
