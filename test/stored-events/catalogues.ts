import { attachmentCatalogue } from '#kernel/attachments';
import { clocksCatalogue } from '#kernel/clocks';
import type { EventType } from '#kernel/core';
import { privacyCatalogue } from '#kernel/privacy';
import { everyContext } from '../support/contexts.js';

/** Every event type that may be in a ledger, by the folder that holds its samples. */
export const catalogues: Readonly<Record<string, readonly EventType[]>> = {
  attachments: attachmentCatalogue,
  privacy: privacyCatalogue,
  clocks: clocksCatalogue,
  ...Object.fromEntries(everyContext.map(({ name, catalogue }) => [name, catalogue])),
};
