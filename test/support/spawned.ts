import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** One of our built programs as a real process, which can be killed and started again. */
export class Spawned {
  private child: ChildProcess | undefined;
  private said = '';

  constructor(
    private readonly app: 'api' | 'worker',
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Everything it has written to its log, over all its lives. */
  get output(): string {
    return this.said;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    const file = join(ROOT, 'dist/apps', this.app, 'src/main.js');
    // The channel makes it leave with us, should this run be killed.
    const child = spawn(process.execPath, ['--enable-source-maps', file], {
      cwd: ROOT,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.said += chunk.toString('utf8');
      });
    }
    this.child = child;
  }

  /** Sends a signal and waits until the process has ended. Answers its exit code, or the signal that ended it. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | NodeJS.Signals | null> {
    const { child } = this;
    if (!child) return null;
    this.child = undefined;
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    }
    return child.exitCode ?? child.signalCode;
  }
}
