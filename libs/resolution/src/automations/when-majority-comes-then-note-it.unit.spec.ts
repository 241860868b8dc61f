import type { DeadlineFact } from '#kernel/clocks';
import { automating, recorded } from '#kernel/readers/testing';
import { NoteMajority } from '../commands/note-majority/note-majority.command.js';
import { whenMajorityComesThenNoteIt } from './when-majority-comes-then-note-it.js';

const id = '0192a000-0000-7000-8000-000000000401';
const told = {
  deadlineId: '0192a000-0000-7000-8000-000000000402',
  tells: 'risk-manager',
  lifeAtRisk: false,
  dueAt: '2026-05-20T09:00:00.000Z',
} as const;
const missed = (kind: string): DeadlineFact => ({ type: 'DeadlineMissed', data: { ...told, kind, done: false } });

it('notes it when the clock of who decides reminds, and again when it has run out', () => {
  const stream = `resolution-case-${id}`;
  const reminded: DeadlineFact = { type: 'DeadlineReminded', data: { ...told, kind: 'AU-01' } } as DeadlineFact;
  for (const fact of [reminded, missed('AU-01')])
    automating(whenMajorityComesThenNoteIt)
      .when(recorded(fact, { stream }))
      .thenSends((act) => [new NoteMajority(id, act())]);
});

it.each([
  ['another clock of a case', 'DL-18', `resolution-case-${id}`],
  ['a clock of another stream', 'AU-01', `concern-${id}`],
])('does nothing for %s', (_, kind, stream) =>
  automating(whenMajorityComesThenNoteIt)
    .when(recorded(missed(kind), { stream }))
    .thenSends(() => []),
);
