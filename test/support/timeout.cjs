// Jest takes `testTimeout` only for a whole run; each of our projects has its own.
jest.setTimeout(globalThis.projectTimeout);
