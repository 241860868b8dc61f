import type { Label } from '#kernel/core';

/**
 * The clocks whose being there, or whose times, tell a field that is not how the case is worked (OPER): the label of that
 * field. That a payment is reported to the NPDB is counsel's; when a minor comes of age is health information; and until
 * when a promise, an offer or the next contact runs was told to the patient.
 */
const RESTS_ON: Readonly<Record<string, Label>> = {
  'DL-29': 'LEGAL', // PaymentMade.reportable
  'AU-01': 'PHI', // PatientMinorityRecorded.majorityAt
  'DL-13': 'SHARED', // ContactWishRecorded.everyDays
  'PR-01': 'SHARED', // PatientPromiseMade.dueAt
  'OF-01': 'SHARED', // OfferMade.validUntil
};

/** The kinds of clocks that somebody is shown nothing of who sees these labels. */
export const hiddenClocks = (labels: readonly Label[]): readonly string[] =>
  Object.entries(RESTS_ON).flatMap(([kind, label]) => (labels.includes(label) ? [] : [kind]));

/** Of some clocks, those that somebody may see who sees these labels. */
export const clocksSeen = <C extends { readonly kind: string }>(
  clocks: readonly C[],
  labels: readonly Label[],
): readonly C[] => {
  const hidden = hiddenClocks(labels);
  return clocks.filter(({ kind }) => !hidden.includes(kind));
};
