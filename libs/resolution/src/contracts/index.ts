export {
  BILLABLE,
  type Billable,
  type CaseState,
  EXCEPTION_KINDS,
  type ExceptionKind,
} from '../resolution-case/resolution-case.codes.js';
export type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';
