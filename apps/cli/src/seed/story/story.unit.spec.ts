import { createHash } from 'node:crypto';
import { lakeside, riverside } from '../hospital.js';
import { story, type Told } from './story.js';

const UNTIL = Date.parse('2026-11-23T12:00:00.000Z');
const DAY = 86_400_000;
const TOLD: readonly Told[] = [
  {
    organization: riverside,
    cast: { organization: 'riverside', reporter: 'reporter', riskManager: 'risk-manager', liaison: 'liaison' },
    safetyEvents: 120,
  },
  {
    organization: lakeside,
    cast: {
      organization: 'lakeside',
      reporter: 'lakeside-reporter',
      riskManager: 'lakeside-risk-manager',
      liaison: 'lakeside-liaison',
    },
    safetyEvents: 40,
  },
];

const steps = story(TOLD, UNTIL);
const hashOf = (until: number) =>
  createHash('sha256')
    .update(JSON.stringify(story(TOLD, until).map(({ at, key }) => [until - at, key])))
    .digest('hex');

it('is the same whenever it is told, but for its dates', () => {
  expect(hashOf(UNTIL)).toBe(hashOf(UNTIL));
  expect(hashOf(UNTIL + 40 * DAY)).toBe(hashOf(UNTIL));
});

it('goes forward, within its 18 months, each step once', () => {
  const times = steps.map(({ at }) => at);
  expect([...times].sort((a, b) => a - b)).toEqual(times);
  expect(times[0]).toBeGreaterThan(UNTIL - 548 * DAY);
  expect(times.at(-1)).toBeLessThan(UNTIL);
  expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
});

it('tells the cases that are told by hand', () => {
  for (const name of ['ana-ruiz', 'executor', 'birth'])
    expect(steps.map(({ key }) => key)).toContain(`riverside-${name} case activate`);
});

it('enters some things late, with a reason', () => {
  const late = steps.flatMap((step) => (step.late ? [step.late.reasonCode] : []));
  expect(late.length).toBeGreaterThan(2);
});
