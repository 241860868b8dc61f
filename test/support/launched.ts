import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually } from './eventually.js';

const ROOT = join(__dirname, '../..');

/** `forthright start`, from what was built. */
export interface Launched {
  /** What it has said on its terminal. */
  said(): string;
  /** Asks it to stop, as Ctrl-C does. Answers its exit code. */
  stop(): Promise<number | null>;
  /** For a test that ends early. */
  kill(): void;
}

/** Starts it and waits for its ready block. `env` is all that it is told. */
export const launched = async (env: NodeJS.ProcessEnv): Promise<Launched> => {
  const main = join(ROOT, 'dist/programs/cli.js');
  const child: ChildProcess = spawn(process.execPath, [main, 'start', '--no-story'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const ready = () => {
    if (!said.includes('is ready') && child.exitCode === null) throw new Error(`Not ready: ${said}`);
  };
  await eventually(ready, { within: 120_000 }).catch((error) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    said: () => said,
    stop: async () => {
      if (child.exitCode !== null) return child.exitCode;
      child.kill('SIGINT');
      const [code] = await once(child, 'exit');
      return code as number | null;
    },
    kill: () => void child.kill('SIGKILL'),
  };
};
