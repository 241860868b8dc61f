/** A question of a form: its LOINC code, AHRQ's data element number where known, whether it must be answered, how often. */
export interface ListedElement {
  readonly loinc: string;
  readonly form: 'HERF' | 'PIF';
  readonly de?: string;
  readonly name: string;
  /** Required, conditional, optional. */
  readonly usage: 'R' | 'C' | 'O';
  readonly cardinality: '0..1' | '1..1' | '1..10';
  /** The list that answers it, as the part of its id behind the format's. */
  readonly answers?: string;
}

const of =
  (form: ListedElement['form']) =>
  (
    loinc: string,
    name: string,
    usage: ListedElement['usage'],
    cardinality: ListedElement['cardinality'],
    more: Pick<ListedElement, 'de' | 'answers'> = {},
  ): ListedElement => ({ loinc, form, name, usage, cardinality, ...more });
const herf = of('HERF');
const pif = of('PIF');

/** The forms of version 1.2 as LOINC holds them. */
export const CFER_PANELS = [
  { loinc: '74495-3', form: 'HERF', title: 'Healthcare Event Reporting Form' },
  { loinc: '74502-6', form: 'PIF', title: 'Patient Information Form' },
  { loinc: '74501-8', form: 'SIR', title: 'Summary of Initial Report' },
  { loinc: '74080-3', form: 'MED', title: 'Medication or Other Substance' },
  { loinc: '74725-3', form: 'DEV', title: 'Device or Medical/Surgical Supply incl. HIT' },
] as const;

/** The elements of the event and the patient form, read in LOINC 2.78; what every safety event is asked. */
export const CFER_ELEMENTS: readonly ListedElement[] = [
  herf('74081-1', 'Event ID', 'R', '1..1', { de: 'DE2' }),
  herf('30947-6', 'Initial report date', 'R', '1..1', { de: 'DE30' }),
  herf('74079-5', 'What is being reported (report type)', 'R', '1..1', { answers: 'report-type' }),
  herf('74555-4', 'Event discovery date and time', 'C', '1..1'),
  herf('74554-7', 'Brief description', 'O', '0..1'),
  herf('74553-9', 'Brief description of the location', 'O', '0..1'),
  herf('74552-1', 'Categories of the event', 'R', '1..10', { de: 'DE21', answers: 'event-category' }),
  herf('54125-0', 'Patient name', 'R', '1..1'),
  herf('21112-8', 'Patient date of birth', 'O', '0..1'),
  herf('46106-1', 'Patient medical record number', 'R', '1..1'),
  herf('74698-2', 'Patient gender', 'R', '1..1', { answers: 'sex' }),
  herf('74551-3', 'Perinatal incident that affected a neonate', 'O', '0..1'),
  pif('74500-0', 'Patient age at the event', 'R', '1..1', { answers: 'age' }),
  pif('74694-1', 'Hispanic or Latino', 'R', '1..1', { answers: 'ethnicity' }),
  pif('74693-3', 'Race', 'R', '1..1', { answers: 'race' }),
  pif('52797-8', 'ICD principal diagnosis at discharge', 'O', '0..1'),
  pif('74562-0', 'Rescue attempted', 'R', '1..1', { answers: 'yes-no-unknown' }),
  pif('74561-2', 'Rescue interventions documented', 'C', '1..1', { answers: 'rescue-intervention' }),
  pif('74560-4', 'Residual harm after any intervention', 'R', '1..1', { answers: 'harm' }),
  pif('74559-6', 'Anticipated duration of the harm', 'R', '1..1', { answers: 'harm-duration' }),
  pif('74558-8', 'When after discovery harm was assessed', 'R', '1..1', { answers: 'assessment-timing' }),
  pif('74557-0', 'Increased length of stay', 'R', '1..1', { answers: 'yes-no-unknown' }),
  pif('74556-2', 'Patient, family or guardian notified', 'R', '1..1', { answers: 'yes-no-unknown' }),
];
