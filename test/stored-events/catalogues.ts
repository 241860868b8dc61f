import { attachmentCatalogue } from '#kernel/attachments';
import type { EventType } from '#kernel/core';
import { privacyCatalogue } from '#kernel/privacy';
import { everyContext } from '../support/contexts.js';

/** Every event type that may be in a ledger, by the folder that holds its samples. */
export const catalogues: Readonly<Record<string, readonly EventType[]>> = {
  attachments: attachmentCatalogue,
  privacy: privacyCatalogue,
  ...Object.fromEntries(everyContext.map(({ name, catalogue }) => [name, catalogue])),
};
