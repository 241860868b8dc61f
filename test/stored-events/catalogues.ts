import type { EventType } from '#kernel/core';
import { privacyCatalogue } from '#kernel/privacy';
import { measures } from '#measures';
import { organizations } from '#organizations';
import { resolution } from '#resolution';
import { safetyEvents } from '#safety-events';

/** Every event type that may be in a ledger, by the folder that holds its samples. */
export const catalogues: Readonly<Record<string, readonly EventType[]>> = {
  privacy: privacyCatalogue,
  ...Object.fromEntries(
    [organizations, safetyEvents, resolution, measures].map(({ name, catalogue }) => [name, catalogue]),
  ),
};
