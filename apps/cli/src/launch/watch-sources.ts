import { mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from './program.js';
import { ROOT } from './root.js';

const SOURCE = /^(?!.*\.spec\.ts$).*\.ts$/;
/** Milliseconds: an editor that saves several files does so within. */
const TOGETHER = 200;

/** Compiles one source to where the whole build would put it. */
const compile = async (file: string): Promise<void> => {
  const { transformFile } = await import('@swc/core'); // only developers have it
  const { $schema: _, ...options } = JSON.parse(readFileSync(join(ROOT, '.swcrc'), 'utf8'));
  const output = join(ROOT, 'dist', file.replace(/\.ts$/, '.js'));
  const { code } = await transformFile(join(ROOT, file), { ...options, swcrc: false, sourceMaps: 'inline' });
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, code);
};

/** Compiles what changes in apps and libs, then starts the programs again. Answers how to end this. */
export const watchSources = (programs: readonly Program[], say: (line: string) => void): (() => void) => {
  const changed = new Set<string>();
  let busy = false;
  const restart = async (): Promise<void> => {
    busy = true;
    for (await pause(TOGETHER); changed.size > 0; await pause(TOGETHER)) {
      const files = [...changed];
      changed.clear();
      try {
        for (const file of files) await compile(file);
        await Promise.all(programs.map((program) => program.stop()));
        for (const program of programs) program.start();
        say(`Changed: ${files.join(', ')}`);
      } catch (error) {
        say((error as Error).message);
      }
    }
    busy = false;
  };
  const watchers = ['apps', 'libs'].map((folder) =>
    watch(join(ROOT, folder), { recursive: true }, (_, name) => {
      if (!name || !SOURCE.test(name)) return;
      changed.add(join(folder, name));
      if (!busy) void restart();
    }),
  );
  return () => {
    for (const watcher of watchers) watcher.close();
  };
};
