import type { Definition } from './definition.js';
import { NO_PATIENT, VOIDED, WITHDRAWN } from './exclusions.js';

export const res04: Definition = {
  id: 'RES-04',
  version: 1,
  name: 'Right to a lawyer told',
  numerator: 'Cases in which the right to a lawyer was told in writing before compensation was first offered',
  denominator: 'Cases in which compensation was offered: money, a waived bill, or future care',
  exclusions: [VOIDED, WITHDRAWN, NO_PATIENT],
  exceptions: [],
  anchor: 'OfferMade or OfferRevised, the first of compensation',
  periods: ['quarter', 'month'],
  target: 1,
  basis: 'domain.md 2.3, S14, S17',
};
