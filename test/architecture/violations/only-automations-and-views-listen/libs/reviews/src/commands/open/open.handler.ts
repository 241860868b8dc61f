export type { HarmRatedV1 } from '../../../../safety-events/src/contracts/index.js';
