export { safetyEvents } from '../../../../safety-events/src/index.js';
