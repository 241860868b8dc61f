export * from './fake-clamd.js';
export * from './files.js';
