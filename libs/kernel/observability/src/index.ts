export * from './metrics.js';
export * from './metrics-server.js';
export * from './own-work.js';
export * from './standing.js';
export * from './tracing.js';
