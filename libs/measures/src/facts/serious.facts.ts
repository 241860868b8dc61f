import { gov01 } from '../definitions/gov-01.js';
import type { SafetyEventGroup } from '../subject/group.js';
import { factOf, type MeasureFact } from './measure-fact.js';
import { safetyEventSetting } from './setting.js';

/** SSE: confirmed serious safety events (domain.md 2.2); by GOV-01 both groups of leaders are told. */
export const seriousFacts = (group: SafetyEventGroup): readonly MeasureFact[] => {
  const { serious, boardTold, chiefsTold } = group;
  if (!serious) return [];
  const done = boardTold && chiefsTold ? [boardTold, chiefsTold] : [];
  return [factOf(gov01, safetyEventSetting(group), { anchor: serious, done })];
};
