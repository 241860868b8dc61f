import type { ConcernSubject } from '../subject/concern.js';
import type { SafetyEventGroup } from '../subject/group.js';
import { concernCounts } from './concern.counts.js';
import type { CountFact } from './count-fact.js';
import { safetyEventCounts } from './safety-event.counts.js';

/** Every count that what is known of a safety event or a concern is in. */
export const countsOf = (subject: SafetyEventGroup | ConcernSubject): readonly CountFact[] =>
  subject.kind === 'concern' ? concernCounts(subject) : safetyEventCounts(subject);
