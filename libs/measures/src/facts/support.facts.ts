import { crp10 } from '../definitions/crp-10.js';
import type { SafetyEventGroup } from '../subject/group.js';
import type { SubjectSupport } from '../subject/subject-case.js';
import { factOf, type Holding, held, type MeasureFact } from './measure-fact.js';
import { safetyEventSetting } from './setting.js';

/** CRP-10: one fact for each who was identified as involved, where a case was activated and not withdrawn (domain.md 2.3). */
export const supportFacts = (group: SafetyEventGroup): readonly MeasureFact[] => {
  const { cases, support = {} } = group;
  if (!Object.values(cases).some(({ activated, withdrawn }) => activated && !withdrawn)) return [];
  const setting = safetyEventSetting(group);
  return Object.entries(support)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) =>
      factOf(crp10, setting, { anchor: one.owed, done: one.offered ? [one.offered] : [], excluded: uncounted(one) }),
    );
};

const uncounted = ({ owed, outside, inError }: SubjectSupport): Holding | undefined => {
  if (inError) return held(crp10, 'entered-in-error', inError.position);
  return outside ? held(crp10, 'not-of-this-facility', owed.position) : undefined;
};
