import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** One of our built programs, or another by its file, as a real process, which can be killed and started again. */
export class Spawned {
  private child: ChildProcess | undefined;
  private said = '';
  private ready = false;
  private readonly listeners: ((message: unknown) => void)[] = [];

  /** `nodeArgs`: what Node is told besides, as in `--import`. */
  constructor(
    private readonly program: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly nodeArgs: readonly string[] = [],
  ) {}

  /** Everything it has written to its log, over all its lives. */
  get output(): string {
    return this.said;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Whether it runs: neither ended by us nor gone by itself. */
  get lives(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Whether it lives and has said, in this life, that it is at work. */
  get works(): boolean {
    return this.lives && this.ready;
  }

  /** Says something to it over its channel. */
  tell(message: object): void {
    if (this.child?.connected) this.child.send(message, () => undefined); // it may be gone before it hears
  }

  /** Is told everything it says over its channel, in all its lives. */
  listen(listener: (message: unknown) => void): void {
    this.listeners.push(listener);
  }

  /** Sends a signal and waits for nothing. */
  signal(name: NodeJS.Signals): void {
    this.child?.kill(name);
  }

  start(): void {
    const file = this.program.includes('.') ? this.program : join(ROOT, 'dist/programs', `${this.program}.js`);
    // The channel makes it leave with us, should this run be killed.
    const child = spawn(process.execPath, [...this.nodeArgs, '--enable-source-maps', file], {
      cwd: ROOT,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.said += chunk.toString('utf8');
      });
    }
    this.ready = false;
    child.on('message', (message) => {
      if (this.child === child) this.ready ||= message === 'ready';
      for (const listener of this.listeners) listener(message);
    });
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
