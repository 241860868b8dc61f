import type { CodeList } from './code-list.codes.js';

/** Degree of harm, one word each; the framework's text is not reproduced. */
export const whoDegrees: CodeList = {
  id: 'who-icps',
  title: 'WHO conceptual framework for patient safety: degree of harm',
  version: '1.1/1',
  owner: 'World Health Organization',
  source: 'ICPS 1.1 (2009) and MIM PS (2016)',
  licence: 'text not to be reproduced without leave; single words only',
  codes: ['none', 'mild', 'moderate', 'severe', 'death'].map((code) => ({ code, status: 'memory' })),
};
