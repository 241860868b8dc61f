import {
  assessmentTimings,
  eventCategories,
  harmDurations,
  harmScale,
  harmScaleV11,
  reportTypes,
  rescueInterventions,
  substanceIncidents,
  substanceTypes,
  yesNoUnknown,
} from './cfer-h.codes.js';
import { ageBands, ethnicities, races, sexes } from './cfer-h-patient.codes.js';
import { eventCategoriesV2, harmScaleV2 } from './cfer-h-v2.codes.js';
import type { CodeList } from './code-list.codes.js';
import { TAXONOMY_LISTS } from './taxonomy.codes.js';

/** Every list that there is, in the order in which it is shown. */
export const CODE_LISTS: readonly CodeList[] = [
  reportTypes,
  eventCategories,
  harmScale,
  harmDurations,
  assessmentTimings,
  rescueInterventions,
  yesNoUnknown,
  races,
  ethnicities,
  sexes,
  ageBands,
  substanceTypes,
  substanceIncidents,
  harmScaleV11,
  eventCategoriesV2,
  harmScaleV2,
  ...Object.values(TAXONOMY_LISTS),
];
