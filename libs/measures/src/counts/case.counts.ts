import type { SafetyEventGroup } from '../subject/group.js';
import type { Told } from '../subject/told.js';
import type { CountId } from './count.codes.js';
import type { Occurrence } from './count-fact.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long each step of a case took, of those that came to where it begins (domain.md 2.3, supporting counts). */
export const caseCounts = ({ cases, report }: SafetyEventGroup): readonly Occurrence[] =>
  Object.entries(cases)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { activated, withdrawn, talked, determined, offered, resolved }]) =>
      activated && !withdrawn
        ? [
            ...step('first-talk-times', report.reported, talked, MINUTE, activated),
            ...step('determination-times', activated, determined, DAY),
            ...step('offer-times', determined, offered, DAY),
            ...step('resolution-times', offered, resolved, DAY),
          ]
        : [],
    );

/** From one step to the next, in some unit of time. What came before the step that it is counted from took no time. */
const step = (
  count: CountId,
  from: Told | undefined,
  to: Told | undefined,
  unit: number,
  counting: Told | undefined = from,
): readonly Occurrence[] => {
  if (!from || !counting) return [];
  const took = to && Math.max(0, Date.parse(to.at) - Date.parse(from.at)) / unit;
  return [{ count, at: from.at, of: {}, took, because: [from, counting, ...(to ? [to] : [])] }];
};
