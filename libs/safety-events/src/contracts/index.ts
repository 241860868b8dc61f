export { mayBe } from '../safety-event/category.rules.js';
export {
  CATEGORIES,
  type CaseEnd,
  type Category,
  EVENT_CLASSES,
  type EventClass,
  HARM_SEVERITIES,
  type HarmSeverity,
  type LeaderGroup,
  SOURCES,
  type Source,
} from '../safety-event/safety-event.codes.js';
export type { SafetyEventFact } from '../safety-event/safety-event.events.js';
