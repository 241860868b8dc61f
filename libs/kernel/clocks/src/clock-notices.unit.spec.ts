import type { Notice } from '#kernel/effects';
import { recorded } from '#kernel/readers/testing';
import { clockNotices } from './clock-notices.js';
import type { DeadlineFact } from './deadline/deadline.events.js';

const rosa = '0192a000-0000-7000-8000-000000000021';
const DUE = '2026-03-05T05:59:59.999Z';
const told = {
  deadlineId: '0192c000-0000-8000-8000-000000000001',
  kind: 'DL-20',
  tells: 'claims',
  dueAt: DUE,
} as const;
const missed = (more: object = {}): DeadlineFact => ({
  type: 'DeadlineMissed',
  data: { ...told, lifeAtRisk: false, done: false, ...more },
});
const reminded = (stage: 'start' | 'half' | 'due', more: object = {}): DeadlineFact => ({
  type: 'DeadlineReminded',
  data: { ...told, lifeAtRisk: false, stage, at: DUE, ...more },
});

type Reserved = Parameters<typeof clockNotices>[0];

/** What a fact asks for, as the statement that stores it has it: code, urgency and addressee. */
const asked = async (fact: DeadlineFact, recordedAt = DUE, reserved: Reserved = new Map()): Promise<string[]> => {
  const notices: Notice[] = [];
  const keys: string[] = [];
  const tx = {
    query: async (_: string, [, told, codes, urgencies, to]: string[][]) => {
      keys.push(...told!);
      notices.push(
        ...codes!.map((code, at) => ({ code, urgency: urgencies![at], to: JSON.parse(to![at]!) }) as Notice),
      );
      return [];
    },
  };
  await clockNotices(reserved).apply(tx as never, [recorded(fact, { recordedAt, position: 7 })]);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/-1-7$/); // by this end a restored past is known
  return notices.map(({ code, urgency, to }) => `${code} ${urgency} ${Object.values(to).join()}`);
};

it('reminds the owner, or else the role that its kind names', async () => {
  expect(await asked(reminded('half', { owner: rosa }))).toEqual([`deadline-half notice ${rosa}`]);
  expect(await asked(reminded('due'))).toEqual(['deadline-due notice claims']);
});

it('tells owner and manager what is late, each once', async () => {
  expect(await asked(missed({ owner: rosa }))).toEqual([
    `deadline-late notice ${rosa}`,
    'deadline-late notice risk-manager',
  ]);
  expect(await asked(missed({ tells: 'risk-manager' }))).toEqual(['deadline-late notice risk-manager']);
});

it('pages who is on call where a life is at risk: at the start, at half and when late', async () => {
  const grave = { lifeAtRisk: true, owner: rosa };
  const page = 'life-at-risk-clock page safety-lead';
  expect(await asked(reminded('start', grave))).toEqual([page]);
  expect(await asked(reminded('half', grave))).toEqual([`deadline-half notice ${rosa}`, page]);
  expect(await asked(reminded('due', grave))).toEqual([`deadline-due notice ${rosa}`]);
  expect(await asked(missed(grave))).toContain(page);
});

it('says nothing of what is done, nor of what was over more than a day before it was recorded', async () => {
  expect(await asked(missed({ done: true }))).toEqual([]);
  expect(await asked(missed(), '2026-03-06T05:59:59.999Z')).toHaveLength(2);
  expect(await asked(missed(), '2026-03-06T06:00:00.000Z')).toEqual([]);
  expect(await asked(reminded('half'), '2026-03-06T06:00:00.000Z')).toEqual([]);
});

it('tells nobody but the one role of what is reserved for it, whatever its definition says', async () => {
  const reserved: Reserved = new Map([[recorded(missed()).stream.slice(0, -37), 'peer-supporter']]);
  const quietly = (fact: DeadlineFact) => asked(fact, DUE, reserved);
  const grave = { lifeAtRisk: true };
  expect(await quietly(missed(grave))).toEqual(['deadline-late notice peer-supporter']);
  expect(await quietly(missed({ ...grave, owner: rosa }))).toEqual([`deadline-late notice ${rosa}`]);
  expect(await quietly(reminded('half', grave))).toEqual(['deadline-half notice peer-supporter']);
  expect(await quietly(reminded('start', grave))).toEqual([]);
});
