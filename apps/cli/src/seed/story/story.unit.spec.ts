import { createHash } from 'node:crypto';
import { ROLES } from '#kernel/core';
import { lakeside, riverside } from '../hospital.js';
import { LAST } from './showcases.js';
import { story, type Told } from './story.js';

const UNTIL = Date.parse('2026-11-23T12:00:00.000Z');
const DAY = 86_400_000;
const TOLD: readonly Told[] = [
  {
    organization: riverside,
    cast: { organization: 'riverside', reporter: 'reporter', riskManager: 'risk-manager', liaison: 'liaison' },
    safetyEvents: 120,
    concerns: 12,
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
    concerns: 4,
  },
];

const steps = story(TOLD, UNTIL);
const ENVELOPE = { org: '', commandId: '', correlationId: '', requestHash: Buffer.alloc(0) };
/** Steps with all that their commands say. */
const hashOf = (until: number) =>
  createHash('sha256')
    .update(
      JSON.stringify(
        story(TOLD, until).map(({ at, key, command }) => [
          at,
          key,
          command({ ...ENVELOPE, actor: { kind: 'staff', role: 'risk-manager' } }),
        ]),
      ),
    )
    .digest('hex');

it('is the same for one time, to the last word, and as long for another', () => {
  expect(hashOf(UNTIL)).toBe(hashOf(UNTIL));
  expect(hashOf(UNTIL + 7 * DAY)).not.toBe(hashOf(UNTIL));
  expect(
    story(TOLD, UNTIL + 7 * DAY)
      .map(({ key }) => key)
      .sort(),
  ).toEqual(steps.map(({ key }) => key).sort());
});

it('ends with a case that was asked for and that nobody has answered', () => {
  expect(steps.at(-1)?.key).toBe(LAST);
});

it('has somebody for every role', () => {
  const roles = new Set([...riverside.people, ...lakeside.people].flatMap((person) => person.roles));
  expect([...roles].sort()).toEqual(ROLES.filter((role) => role !== 'family').sort());
});

it('goes forward, within its 18 months, each step once', () => {
  const times = steps.map(({ at }) => at);
  expect([...times].sort((a, b) => a - b)).toEqual(times);
  expect(times[0]).toBeGreaterThan(UNTIL - 548 * DAY);
  expect(times.at(-1)).toBeLessThan(UNTIL);
  expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
});

const FOLLOWS = [
  ['report', 'triage'],
  ['triage', 'confirm'],
  ['confirm', 'close'],
  ['classify', 'triage'],
  ['triage', 'convert'],
  ['event triage', 'event confirm'],
  ['event confirm', 'event close'],
] as const;

it('does first what comes first, on whatever day it is told: offices open for several things at once', () => {
  const whole = TOLD.map((told) => ({ ...told, concerns: 4 * told.concerns }));
  for (let day = 0; day < 28; day += 1) {
    const places = new Map(story(whole, UNTIL + day * DAY).map(({ key }, place) => [key, place]));
    const wrong = [...places].flatMap(([key, place]) =>
      FOLLOWS.filter(([, then]) => key.endsWith(` ${then}`)).flatMap(([first, then]) => {
        const before = places.get(`${key.slice(0, -then.length)}${first}`);
        return before !== undefined && before > place ? [`${key} before its ${first}`] : [];
      }),
    );
    expect([day, wrong]).toEqual([day, []]);
  }
});

it('tells the cases that are told by hand', () => {
  for (const name of ['ana-ruiz', 'executor', 'birth'])
    expect(steps.map(({ key }) => key)).toContain(`riverside-${name} case activate`);
});

it('enters some things late, with a reason', () => {
  const late = steps.flatMap((step) => (step.late ? [step.late.reasonCode] : []));
  expect(late.length).toBeGreaterThan(2);
});
