/** As what a patient's record number is kept to be found by. */
export const RECORD_NUMBER = 'record-number';

/** What a safety event is found by, though it is stored sealed: the patient's record number. */
export const lookupsOf = ({ patientRef }: { readonly patientRef?: string }) =>
  patientRef ? [{ scope: RECORD_NUMBER, value: patientRef }] : [];
