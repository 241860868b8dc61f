import { sentinelAlways, sentinelOutcomes } from './joint-commission.codes.js';
import { nccMerp } from './ncc-merp.codes.js';
import { nqfSre } from './nqf-sre.codes.js';
import { whoDegrees } from './who-icps.codes.js';

/** The lists by which a safety event is classified beside its own codes. */
export const TAXONOMIES = [
  'ncc-merp',
  'nqf-sre',
  'joint-commission-outcome',
  'joint-commission-always',
  'who-icps',
] as const;
export type Taxonomy = (typeof TAXONOMIES)[number];

/** A person looked, and nothing on the list applies. */
export const NONE = 'none-applies';

export const TAXONOMY_LISTS = {
  'ncc-merp': nccMerp,
  'nqf-sre': nqfSre,
  'joint-commission-outcome': sentinelOutcomes,
  'joint-commission-always': sentinelAlways,
  'who-icps': whoDegrees,
} as const;

/** Lists on which one safety event may stand under several codes; on the others the last choice stands. */
export const SEVERAL: readonly Taxonomy[] = ['nqf-sre', 'joint-commission-always'];
