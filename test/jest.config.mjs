import { dirname } from 'node:path';

/** Milliseconds a test may take: by itself, with real servers, through whole processes, and in long runs. */
const UNIT = 10_000;
const SERVERS = 60_000;
const PROCESSES = 180_000;
const LONG = 1_800_000;

const base = {
  rootDir: dirname(import.meta.dirname),
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'require', 'source'] },
  // NestJS ships ES modules only, which Jest on Node 20 cannot load: everything runs as CommonJS.
  transform: { '^.+\\.(tsx?|m?js)$': '<rootDir>/test/jest.cjs-transform.cjs' },
  transformIgnorePatterns: [],
  moduleNameMapper: { '^(\\.{1,2}/(?!.*node_modules).*)\\.js$': '$1' },
  setupFiles: ['reflect-metadata'],
  setupFilesAfterEnv: ['<rootDir>/test/support/timeout.cjs'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/\\.', '<rootDir>/test/architecture/violations'],
};

/** Projects whose specs may ask for a database get the private servers of `test/support`. */
const served = {
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
};

const project = (displayName, testMatch, projectTimeout, more = {}) => ({
  ...base,
  displayName,
  testMatch: [`<rootDir>/${testMatch}`],
  globals: { projectTimeout: process.env.FUZZ_SECONDS || process.env.FAULTS ? LONG : projectTimeout },
  ...more,
});

/** A spec's suffix says what it costs: unit (nothing), http, int (servers), e2e (processes). */
export default {
  projects: [
    project('unit', '{apps,libs,test}/**/*.unit.spec.ts', UNIT),
    project('http', '{apps,libs,test}/**/*.http.spec.ts', SERVERS, served),
    project('int', '{apps,libs,test}/**/*.int.spec.ts', SERVERS, served),
    project('journeys', '{apps,libs,test}/**/*.e2e.spec.ts', PROCESSES, served),
  ],
};
