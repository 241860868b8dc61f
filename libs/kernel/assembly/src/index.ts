export { reservedStreamsOf, withClocks } from './clocks-context.js';
export * from './command-side.module.js';
export * from './contexts.js';
export { actingReadersOf, catalogueOf, migrationsOf, readersOf } from './kernel-context.js';
export * from './look-at-stream.js';
export * from './read-side.js';
export * from './rebuilding.js';
export * from './repairing.js';
export * from './trace.js';
