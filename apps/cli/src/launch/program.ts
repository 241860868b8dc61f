import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, processOf, type RunningProcess } from '#kernel/platform';

/** Milliseconds: what a request or a batch may still take after SIGTERM. */
const GRACE = 20_000;
/** Milliseconds: who lived longer than this did not fail at starting. */
const STEADY = 60_000;
const LONGEST_WAIT = 30_000;

export interface ProgramOptions {
  readonly name: string;
  /** The built main file. */
  readonly file: string;
  readonly env: NodeJS.ProcessEnv;
  /** Where its output goes; to the terminal where none is said. */
  readonly logFile?: string;
  say(line: string): void;
  /** Called whenever it has started or ended. */
  changed(): void;
}

const size = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/**
 * One of our programs as a child process. It has a process group of its own, so that Ctrl-C reaches only the launcher;
 * it leaves by itself when the channel to a killed launcher closes.
 */
export class Program {
  private child: ChildProcess | undefined;
  private wanted = false;
  private kept = false;
  private failures = 0;
  private logged = 0;
  private firstEnd: (how: string) => void = () => undefined;
  /** How it ended, should it end before {@link keep}. */
  readonly endedEarly = new Promise<string>((resolve) => {
    this.firstEnd = resolve;
  });

  constructor(private readonly options: ProgramOptions) {}

  get name(): string {
    return this.options.name;
  }

  get running(): RunningProcess | undefined {
    return this.child?.pid === undefined ? undefined : processOf(this.child.pid);
  }

  start(): void {
    this.wanted = true;
    const { file, env, logFile, changed } = this.options;
    if (logFile) {
      mkdirSync(dirname(logFile), { recursive: true });
      this.logged = size(logFile);
    }
    const output = logFile ? openSync(logFile, 'a', 0o600) : ('inherit' as const);
    const child = spawn(process.execPath, ['--enable-source-maps', file], {
      env,
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
    if (typeof output === 'number') closeSync(output);
    this.child = child;
    const began = performance.now();
    child.once('error', (error) => this.ended(error.message, began));
    child.once('exit', (code, by) => this.ended(`${by ?? code}`, began));
    changed();
  }

  /** From now on it is started again whenever it ends. */
  keep(): void {
    this.kept = true;
  }

  /** Ends it and waits until it is gone. */
  async stop(): Promise<void> {
    this.wanted = false;
    const { child, running } = this;
    if (!child || !running) return;
    const noticed = once(child, 'exit'); // the system knows of an end before we hear of it
    await endProcess(running, [
      ['SIGTERM', GRACE],
      ['SIGKILL', 5000],
    ]);
    await noticed;
  }

  /** Ends it without waiting. */
  kill(): void {
    this.wanted = false;
    this.child?.kill('SIGKILL');
  }

  /** The last lines it has written since its start. */
  lastWords(): string {
    const { logFile } = this.options;
    if (!logFile) return '';
    return readFileSync(logFile).subarray(this.logged).toString('utf8').trim().split('\n').slice(-10).join('\n');
  }

  private ended(how: string, began: number): void {
    this.child = undefined;
    this.options.changed();
    this.firstEnd(how);
    if (this.wanted && this.kept) void this.startAgain(how, performance.now() - began);
  }

  private async startAgain(how: string, lived: number): Promise<void> {
    this.failures = lived > STEADY ? 0 : this.failures + 1;
    const wait = Math.min(250 * 2 ** this.failures, LONGEST_WAIT);
    const log = this.options.logFile ? ` (its log: ${this.options.logFile})` : '';
    this.options.say(`${this.name} ended with ${how}${log}: starting it again in ${wait / 1000} s`);
    await pause(wait);
    if (this.wanted && !this.child) this.start();
  }
}
