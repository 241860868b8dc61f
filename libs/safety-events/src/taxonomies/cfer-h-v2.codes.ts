import type { CodeList } from './code-list.codes.js';

const V2 = {
  version: '2.0/1',
  owner: 'Agency for Healthcare Research and Quality',
  source: 'psoppc.org pages on what changed from version 1.2; the answer codes of version 2.0 were not found',
  licence: 'public domain',
} as const;

const listed = (codes: readonly string[]) => codes.map((code) => ({ code, status: 'memory' as const }));

/** Names of version 2.0 as far as its changes from 1.2 tell them: infections went, surgery and anesthesia parted. */
export const eventCategoriesV2: CodeList = {
  id: 'ahrq-cfer-h-v2.0/event-category',
  title: 'Common Formats Hospital 2.0: categories of the event',
  ...V2,
  codes: listed([
    'blood',
    'device',
    'fall',
    'medication',
    'perinatal',
    'pressure-ulcer',
    'surgery',
    'anesthesia',
    'venous-thromboembolism',
    'other',
  ]),
};

export const harmScaleV2: CodeList = {
  id: 'ahrq-cfer-h-v2.0/harm',
  title: 'Common Formats Hospital 2.0: residual harm',
  ...V2,
  codes: listed(['death', 'severe', 'moderate', 'mild', 'none', 'unknown']),
};
