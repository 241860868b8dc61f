import type { EventType } from '#kernel/core';
import { privacyCatalogue } from '#kernel/privacy';
import { organizationsCatalogue } from '#organizations';
import { safetyEventsCatalogue } from '#safety-events';

/** Every event type that may be in a ledger, by the folder that holds its samples. */
export const catalogues: Readonly<Record<string, readonly EventType[]>> = {
  organizations: organizationsCatalogue,
  privacy: privacyCatalogue,
  'safety-events': safetyEventsCatalogue,
};
