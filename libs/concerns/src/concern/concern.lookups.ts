/** What a concern is found by, though it is stored sealed: the patient's record number. */
export const lookupsOf = ({ patientRef }: { readonly patientRef?: string }) =>
  patientRef ? [{ scope: 'record-number', value: patientRef }] : [];

/** Under which scope a concern is found by its safety event, whose id says nothing of the concern. */
export const BY_SAFETY_EVENT = 'concern-of-safety-event';

/** What a concern is found by once a safety event was reported of it. */
export const lookupsOfEvent = ({ safetyEventId }: { readonly safetyEventId: string }) => [
  { scope: BY_SAFETY_EVENT, value: safetyEventId },
];
