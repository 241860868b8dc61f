import { type OwnServices, ownServices } from '../support/own-services.js';
import { chance } from './chance.js';
import { type CellResult, cell, tableOf } from './crash-cell.js';
import { type CrashMode, crashModes } from './crash-modes.js';
import { type CrashStep, crashSteps } from './crash-steps.js';
import { Scene } from './scene.js';
import { WHOLE } from './whole.js';

/** How many cells anybody waits for before a commit. */
const SLICE = 9;
const AUTOMATED_SLICE = 3;

const seed = Number(process.env.SEED ?? 1);
const next = chance(seed);
const drawn = <T>(all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

type Cells = readonly (readonly [CrashStep, CrashMode])[];

/** Every step in every mode; or some steps drawn by the seed, with every mode among them. */
const rows = (): [name: string, automated: boolean, cells: Cells][] => {
  const named = process.env.STEPS?.split(',');
  const steps = crashSteps.filter(({ name }) => !named || named.includes(name));
  if (WHOLE || named)
    return steps.map((step) => [
      `${step.name} (${step.says})`,
      step.automated ?? false,
      crashModes.map((mode) => [step, mode] as const),
    ]);
  const modes = [...drawn(crashModes), ...drawn(crashModes)];
  const slice = (automated: boolean, count: number): Cells =>
    drawn(steps.filter((step) => (step.automated ?? false) === automated))
      .slice(0, count)
      .map((step) => [step, modes.pop()!] as const);
  return [
    [`a slice of the matrix, SEED=${seed}`, false, slice(false, SLICE)],
    [`the same with an automation, SEED=${seed}`, true, slice(true, AUTOMATED_SLICE)],
  ];
};

/** `kill -9` proves what a crash of a process does; what a loss of power does, it does not. */
describe('whatever fails, and wherever', () => {
  const results: CellResult[] = [];
  let services: OwnServices;

  beforeAll(async () => {
    services = await ownServices();
  });
  afterAll(async () => {
    process.stdout.write(`${tableOf(results)}\n`);
    await services?.close();
  });

  describe.each(rows())('%s', (_, automated, cells) => {
    let scene: Scene;

    beforeAll(async () => {
      scene = await Scene.begin(services, { automated });
    });
    afterAll(() => scene?.end());

    it.each(cells.map(([step, mode], index) => [`${step.name}, ${mode.name}`, step, mode, index] as const))(
      '%s: nothing is lost, nothing doubled, and it goes on',
      async (_name, step, mode, index) => {
        const result = await cell(scene, step, mode, seed + 100 * index);
        results.push(result);
        if (WHOLE) process.stdout.write(`${tableOf([result]).split('\n')[1]}\n`);
        expect(result.acknowledged).toBeGreaterThan(0);
        expect(result.problems).toEqual([]);
      },
    );
  });
});
