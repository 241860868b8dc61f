export {
  CATEGORIES,
  type Category,
  EVENT_CLASSES,
  type EventClass,
  HARM_SEVERITIES,
  type HarmSeverity,
} from '../safety-event/safety-event.codes.js';
