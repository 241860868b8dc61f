/** What a case is found by, though it is stored sealed: the patient's record number. */
export const lookupsOf = ({ patientRef }: { readonly patientRef?: string }) =>
  patientRef ? [{ scope: 'record-number', value: patientRef }] : [];
