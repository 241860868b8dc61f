import type { CodeList } from './code-list.codes.js';

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const;
export type NccMerpCode = (typeof LETTERS)[number];

/**
 * The index of medication errors. Its text may be reproduced only unaltered and with its notice, so that the letters
 * alone stand here, and where a person chooses among them they look it up with the council.
 */
export const nccMerp: CodeList = {
  id: 'ncc-merp',
  title: 'NCC MERP index for categorizing medication errors',
  version: '2001/1',
  owner: 'National Coordinating Council for Medication Error Reporting and Prevention',
  source: 'nccmerp.org',
  licence: 'copyright of the council; letters only',
  codes: LETTERS.map((code) => ({ code, status: 'fetched' })),
};
