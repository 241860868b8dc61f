import type { Reason } from './definition.js';

/** The reasons that several measures share, in the order in which the first that holds is told. */
export const VOIDED: Reason = { code: 'voided', says: 'The safety event was voided: it never counts.' };
export const MERGED: Reason = {
  code: 'merged',
  says: 'It was merged into another one, which counts once for both, from the earliest anchor of the two.',
};
export const WITHDRAWN: Reason = { code: 'withdrawn', says: 'The case was withdrawn: it never counts.' };
export const NO_PATIENT: Reason = {
  code: 'no-patient',
  says: 'It concerns neither a patient nor the workforce, which is counted apart.',
};
export const NO_ANCHOR: Reason = {
  code: 'no-anchor',
  says: 'No identification was recorded; the case stands in the period of its activation.',
};
export const RETROSPECTIVE: Reason = {
  code: 'retrospective',
  says: 'Identified retrospectively: by a claim, or by chart review more than 30 days after it happened.',
};

/** What keeps a concern out of every measure. */
export const SPAM: Reason = { code: 'spam', says: 'Two people took it for spam, and nobody cleared it since.' };
export const QUARANTINED: Reason = { code: 'quarantined', says: 'It came in a flood, and nobody has cleared it.' };
export const UNREACHABLE: Reason = {
  code: 'unreachable',
  says: 'There is no way to reach the submitter: no contact details, and no tracking code.',
};
