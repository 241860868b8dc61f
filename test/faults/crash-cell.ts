import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import { inTime } from '../support/in-time.js';
import { problemsAfter, problemsOfAutomation } from './checker.js';
import { ClientJournal } from './client-journal.js';
import type { CrashMode } from './crash-modes.js';
import type { CrashStep } from './crash-steps.js';
import { outboundProblems } from './outbound.js';
import type { Scene } from './scene.js';
import { StubbornClient } from './stubborn-client.js';

const CLIENTS = 4;

/** Commands that are answered before anything fails: the load is on its way. */
const UNDERWAY = 10;

/** Far beyond what recovery takes: who needs longer does not recover. */
const RECOVERS_WITHIN = 60_000;

/** What came of one step failing in one way. */
export interface CellResult {
  readonly step: string;
  readonly mode: string;
  readonly acknowledged: number;
  /** Commands that were sent more than once. */
  readonly again: number;
  /** Milliseconds after the end of the fault: until a command was acknowledged, and until every view was at the head. */
  readonly writesAfter: number;
  readonly readsAfter: number;
  readonly problems: readonly string[];
}

/** Fails at a step, under load, and holds what is left against what the clients know. */
export const cell = async (scene: Scene, step: CrashStep, mode: CrashMode, seed: number): Promise<CellResult> => {
  const { journey, client } = scene;
  const journal = new ClientJournal();
  const since = await journey.head();
  const persona = journey.persona('risk-manager');
  let stopped = false;
  const load = Array.from({ length: CLIENTS }, (_, index) =>
    new StubbornClient(client, persona, journal, seed + index).workUntil(() => stopped),
  );
  try {
    await eventually(() => expect(journal.acknowledged.length).toBeGreaterThan(UNDERWAY));
    const held = await inTime(step.reach(scene, journal));
    await mode.act(scene, step);
    await held.release();
    await pause(mode.lasts);
    await mode.heal(scene, step);
  } finally {
    stopped = true;
  }
  const healed = performance.now();
  await new StubbornClient(client, persona, journal, seed + CLIENTS).once();
  const writesAfter = performance.now() - healed;
  await Promise.all(load);
  await journey.readersAtHead({ within: RECOVERS_WITHIN });
  const readsAfter = performance.now() - healed;
  const parked = (await journey.readers()).filter((reader) => reader.parked);
  const left = (['api', 'worker'] as const).filter((actor) => !scene.program(actor).lives);
  return {
    step: step.name,
    mode: mode.name,
    acknowledged: journal.acknowledged.length,
    again: journal.entries.filter(({ sent }) => sent > 1).length,
    writesAfter,
    readsAfter,
    problems: [
      ...left.map((actor) => `the ${actor} has left by itself`),
      ...parked.map(({ reader }) => `${reader} has parked what it could read`),
      ...(await problemsAfter(journey.database, journal, since)),
      ...(step.automated ? await problemsOfAutomation(journey.database, 'SafetyEventTriaged', since) : []),
      ...(await outboundProblems(journey.database, since, { lossy: mode.forgetsOutbound ?? false })),
    ],
  };
};

const COLUMNS = ['step', 'mode', 'done', 'again', 'lost', 'doubled', 'other', 'writes', 'reads'] as const;

/** The results as a table: what was lost, what was doubled, and when all was well again, in milliseconds. */
export const tableOf = (results: readonly CellResult[]): string => {
  const rows = results.map((one) => {
    const count = (pattern: RegExp) => one.problems.filter((problem) => pattern.test(problem)).length;
    const [lost, doubled] = [count(/is not there$/), count(/is there \d+ times$/)];
    const other = one.problems.length - lost - doubled;
    const [writes, reads] = [Math.round(one.writesAfter), Math.round(one.readsAfter)];
    return [one.step, one.mode, one.acknowledged, one.again, lost, doubled, other, writes, reads].map(String);
  });
  const widths = COLUMNS.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((text, at) => (at < 2 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join('  ');
  return [line(COLUMNS), ...rows.map(line)].join('\n');
};
