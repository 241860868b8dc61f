/** How somebody who was involved belonged to the facility when it happened (domain.md 8.16); only the last is owed no offer. */
export const RELATIONS = ['employed', 'credentialed', 'contractor', 'not_of_this_facility'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Who gives support, from near to far (domain.md 1.1): somebody of the unit, a trained peer, a network of professionals. */
export const TIERS = ['local_unit', 'trained_peer', 'referral_network'] as const;
export type Tier = (typeof TIERS)[number];

/** Why support ended. `entered_in_error`: the person was not involved after all, or is cared for under another record. */
export const ENDINGS = ['finished', 'handed_on', 'entered_in_error'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Where the support of one person stands. */
export const SUPPORT_STATES = ['owed', 'offered', 'accepted', 'declined', 'ended'] as const;
export type SupportState = (typeof SUPPORT_STATES)[number];
