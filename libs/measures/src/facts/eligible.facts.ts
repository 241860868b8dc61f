import { crp01 } from '../definitions/crp-01.js';
import type { Subject } from '../subject/subject.js';
import { factOf, type MeasureFact } from './measure-fact.js';

/** ELIG: a patient's incident that is eligible (domain.md 2.2); by CRP-01 its team is activated. */
export const eligibleFacts = (subject: Subject): readonly MeasureFact[] => {
  const { eligible, cases, incident, classed } = subject;
  if (!eligible) return [];
  const activations = Object.values(cases).flatMap((one) => (one.activated && !one.withdrawn ? [one.activated] : []));
  const [earliest] = activations.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.position - b.position));
  const noIncident = crp01.exclusions.find(({ code }) => code === 'no-incident');
  return [
    factOf(crp01, subject, {
      anchor: eligible,
      done: earliest ? [earliest] : [],
      ...(!incident && noIncident && { excluded: { reason: noIncident, position: classed } }),
    }),
  ];
};
