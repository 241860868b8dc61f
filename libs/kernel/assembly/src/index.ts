export * from './command-side.module.js';
export * from './contexts.js';
export { catalogueOf, migrationsOf } from './kernel-context.js';
export * from './read-side.js';
