import type { EventOf } from '#kernel/core';
import { activationCatalogue } from './activation.events.js';
import { billingCatalogue } from './billing.events.js';
import { conversationCatalogue } from './conversation.events.js';
import { determinationCatalogue } from './determination.events.js';
import { endingCatalogue } from './ending.events.js';
import { offerCatalogue } from './offer.events.js';
import { peopleCatalogue } from './people.events.js';
import { statutoryCatalogue } from './statutory.events.js';

/** All that can come to pass in a resolution case (domain.md 8.8). Every fact names its safety event. */
export const resolutionCaseCatalogue = [
  ...activationCatalogue,
  ...peopleCatalogue,
  ...conversationCatalogue,
  ...billingCatalogue,
  ...statutoryCatalogue,
  ...determinationCatalogue,
  ...offerCatalogue,
  ...endingCatalogue,
] as const;
export type ResolutionCaseFact = EventOf<(typeof resolutionCaseCatalogue)[number]>;

/** One type of the case's facts, by its name. */
export type CaseFact<T extends ResolutionCaseFact['type']> = Extract<ResolutionCaseFact, { type: T }>;
