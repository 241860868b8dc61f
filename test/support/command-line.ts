import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const MAIN = join(ROOT, 'dist/programs/cli.js');

/** How a verb of the command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A verb of the command line at work. */
export interface Working {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts a verb as a process of its own. `typed` is what it finds on its standard input. */
export const beginVerb = (env: NodeJS.ProcessEnv, args: readonly string[], typed = ''): Working => {
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN, ...args], { cwd: ROOT, env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin.on('error', () => undefined); // a verb that reads nothing may end before it is written to
  child.stdin.end(typed);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended };
};
