export * from './eventually.js';
export * from './fresh-database.js';
export * from './spawn-forthright.js';
export type { Spawned } from './spawned.js';
