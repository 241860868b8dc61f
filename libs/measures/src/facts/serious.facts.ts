import { gov01 } from '../definitions/gov-01.js';
import type { Subject } from '../subject/subject.js';
import { factOf, type MeasureFact } from './measure-fact.js';

/** SSE: confirmed serious safety events (domain.md 2.2); by GOV-01 both groups of leaders are told. */
export const seriousFacts = (subject: Subject): readonly MeasureFact[] => {
  const { serious, boardTold, chiefsTold } = subject;
  if (!serious) return [];
  return [factOf(gov01, subject, { anchor: serious, done: boardTold && chiefsTold ? [boardTold, chiefsTold] : [] })];
};
