export type { HoldReason } from '../resolution-case/ending.codes.js';
export { COMPENSATION, type Component } from '../resolution-case/offer.codes.js';
export {
  BILLABLE,
  type Billable,
  type CaseState,
  type Determination,
  EXCEPTION_KINDS,
  type ExceptionKind,
  MODES,
} from '../resolution-case/resolution-case.codes.js';
export type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';
