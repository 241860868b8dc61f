import type { ConcernSubject } from './concern.js';
import type { SafetyEventSubject } from './safety-event.js';

/** What the measures need to know of what they count, one kind or the other. Everything else follows from it. */
export type Subject = SafetyEventSubject | ConcernSubject;
