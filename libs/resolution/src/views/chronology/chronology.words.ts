import type { ResolutionCaseFact } from '../../resolution-case/resolution-case.events.js';

/** The name of a fact as one reads it: `BillingHoldPlaced` is "Billing hold placed". */
export const wordsOf = (type: ResolutionCaseFact['type']): string => {
  const [first = '', ...rest] = type.split(/(?=[A-Z])/);
  return [first, ...rest.map((word) => word.toLowerCase())].join(' ');
};
