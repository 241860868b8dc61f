/**
 * How a code is known: `fetched` was read in a public source, `memory` was not and is to be checked before anybody
 * outside relies on it (standards.md 1, 2).
 */
export const CODE_STATUSES = ['fetched', 'memory'] as const;
export type CodeStatus = (typeof CODE_STATUSES)[number];

/** One code of a list, with the list owner's word for it where that is free, else short words of our own. */
export interface ListedCode {
  readonly code: string;
  readonly display?: string;
  /** A letter that the form prints beside it. */
  readonly letter?: string;
  /** The LOINC answer code. */
  readonly loinc?: string;
  readonly status: CodeStatus;
}

/** A list of codes as released: never edited under the same version, since choices name it. */
export interface CodeList<C extends ListedCode = ListedCode> {
  readonly id: string;
  readonly title: string;
  /** The owner's version, and ours of the transcript. */
  readonly version: string;
  readonly owner: string;
  readonly source: string;
  readonly licence: string;
  readonly codes: readonly C[];
}

/** The codes themselves, as a decider and a request check them. */
export const codesOf = ({ codes }: CodeList): readonly string[] => codes.map(({ code }) => code);
