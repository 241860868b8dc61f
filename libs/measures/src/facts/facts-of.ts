import type { ConcernSubject } from '../subject/concern.js';
import type { SafetyEventGroup } from '../subject/group.js';
import { caseFacts } from './case.facts.js';
import { concernFacts } from './concern.facts.js';
import { eligibleFacts } from './eligible.facts.js';
import { harmFacts } from './harm.facts.js';
import type { MeasureFact } from './measure-fact.js';
import { outcomeFacts } from './outcome.facts.js';
import { seriousFacts } from './serious.facts.js';
import { supportFacts } from './support.facts.js';

/**
 * Every measure fact that follows from what is known of a safety event or a concern, and of those that were merged into
 * it; cases by id, so that one order is kept. What was merged away has no cases any more: they count where it went.
 */
export const factsOf = (subject: SafetyEventGroup | ConcernSubject): readonly MeasureFact[] => {
  if (subject.kind === 'concern') return concernFacts(subject);
  const cases = subject.merged && !subject.voided ? [] : Object.entries(subject.cases);
  return [
    ...eligibleFacts(subject),
    ...harmFacts(subject),
    ...cases
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([id, one]) => [...caseFacts(subject, id, one), ...outcomeFacts(subject, id, one)]),
    ...(cases.length > 0 ? supportFacts(subject) : []),
    ...seriousFacts(subject),
  ];
};
