import type { Lag } from '#kernel/readers';
import { clocks } from './database.js';
import { checkDisk, checkNode } from './machine.js';
import { judged } from './readers.js';
import { policyFinding } from './redis.js';

const lag = (more: Partial<Lag> = {}): Lag => ({
  reader: 'a.view',
  version: 1,
  ledger: 1,
  position: 7,
  behind: 0,
  seconds: 0,
  parked: 0,
  built: true,
  ...more,
});

describe('the doctor', () => {
  it.each([
    ['20.19.0', 'ok'],
    ['22.1.0', 'ok'],
    ['20.18.3', 'fail'],
    ['18.20.0', 'fail'],
  ])('thinks of Node.js %s: %s', (version, state) => expect(checkNode(version).state).toBe(state));

  it.each([
    [100, 0.5, 'ok'],
    [1, 0.5, 'warn'],
    [100, 0.01, 'warn'],
    [0.1, 0.5, 'fail'],
  ])('thinks of %p GiB free, %p of the disk: %s', (gibibytes, part, state) => {
    expect(checkDisk({ dataDir: '.data' }, { bytes: gibibytes * 2 ** 30, part }).state).toBe(state);
  });

  it.each([
    ['between question and answer', 1500, 'ok'],
    ['a second off', 3100, 'warn'],
    ['as far behind', -500, 'warn'],
    ['minutes off', 600_000, 'fail'],
  ])('thinks of a clock that is %s', (_, there, state) => expect(clocks(there, 1000, 2000).state).toBe(state));

  it.each([
    ['no worker ever ran', [], 'warn'],
    ['all keep up', [lag(), lag({ behind: 3, seconds: 2 })], 'ok'],
    ['one is late', [lag({ behind: 3, seconds: 200 })], 'warn'],
    ['one has parked a stream', [lag({ parked: 1 })], 'warn'],
    ['one is in trouble', [lag({ trouble: 'Error 42P01', parked: 1 }), lag()], 'fail'],
  ] as const)('thinks of readers of which %s', (_, lags, state) => expect(judged(lags).state).toBe(state));

  it.each([
    ['noeviction', 'ok'],
    ['allkeys-lru', 'fail'],
    [undefined, 'warn'],
  ])('thinks of a Redis with %p: %s', (policy, state) => expect(policyFinding(policy).state).toBe(state));
});
