import { crp01 } from '../definitions/crp-01.js';
import type { SafetyEventGroup } from '../subject/group.js';
import { firstOf, type Told } from '../subject/told.js';
import { factOf, type Holding, held, type MeasureFact } from './measure-fact.js';
import { safetyEventSetting } from './setting.js';

/** ELIG: a patient's incident that is eligible (domain.md 2.2); by CRP-01 its team is activated. */
export const eligibleFacts = (group: SafetyEventGroup): readonly MeasureFact[] => {
  const { eligible, cases } = group;
  if (!eligible) return [];
  const earliest = firstOf(Object.values(cases).map(({ activated, withdrawn }) => (withdrawn ? undefined : activated)));
  return [
    factOf(crp01, safetyEventSetting(group), {
      anchor: eligible,
      done: earliest ? [earliest] : [],
      excluded: missed(group) ?? takenOver(group, earliest),
    }),
  ];
};

const missed = ({ eventClass, classed }: SafetyEventGroup): Holding | undefined =>
  eventClass === 'incident' ? undefined : held(crp01, 'no-incident', classed);

/** Accepted by another organization before anybody was activated here. */
const takenOver = ({ transferred }: SafetyEventGroup, activated: Told | undefined): Holding | undefined =>
  transferred && !(activated && activated.at <= transferred.acceptedAt)
    ? held(crp01, 'transferred', transferred.position)
    : undefined;
