export * from '../concern/concern.codes.js';
export type { ConcernFact } from '../concern/concern.events.js';
