import { LABELS, type Label } from '#kernel/core';

/** What the reader of a case sees of it, and what there is besides that they do not. */
export interface Privilege {
  readonly shown: readonly Label[];
  readonly withheld: readonly { readonly label: Label; readonly says: string }[];
}

/** What is said of a label that is in the record and not shown. */
const SAYS: Readonly<Record<Label, string>> = {
  OPER: 'How the case is worked is not shown to you.',
  PHI: 'Names and health information are not shown to you.',
  SHARED: 'What the patient was told is not shown to you.',
  PEER: 'What peer review wrote is not shown to you.',
  PSWP: 'Patient safety work product is not shown to you.',
  LEGAL: 'Counsel’s part is not shown to you.',
  CARE: 'What was offered to caregivers is not shown to you.',
  IDENT: 'Who of us was involved is not shown to you.',
};

/** Of the labels that a record has, those that a reader sees, and a word for each of those that they do not. */
export const privilegeOf = (there: ReadonlySet<Label>, seen: readonly Label[]): Privilege => ({
  shown: LABELS.filter((label) => there.has(label) && seen.includes(label)),
  withheld: LABELS.filter((label) => there.has(label) && !seen.includes(label)).map((label) => ({
    label,
    says: SAYS[label],
  })),
});
