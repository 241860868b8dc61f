import type { Subject } from '../subject/subject.js';
import { caseFacts } from './case.facts.js';
import { eligibleFacts } from './eligible.facts.js';
import type { MeasureFact } from './measure-fact.js';
import { seriousFacts } from './serious.facts.js';

/** Every measure fact that follows from what is known of a safety event; cases by id, so that one order is kept. */
export const factsOf = (subject: Subject): readonly MeasureFact[] => [
  ...eligibleFacts(subject),
  ...Object.entries(subject.cases)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, one]) => caseFacts(subject, id, one)),
  ...seriousFacts(subject),
];
