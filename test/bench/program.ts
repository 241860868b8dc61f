import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** One process of a stand. */
export interface Program {
  /** Resident memory now, in megabytes. */
  megabytes(): number;
  stop(): Promise<void>;
}

/** Starts a program and waits until it says that it is ready. */
export const startProgram = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<Program> => {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await Promise.race([once(child, 'message'), endedEarly(child, args)]);
  return {
    megabytes: () => {
      const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      return Math.round(Number(kilobytes) / 1024);
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
};

const endedEarly = async (child: ChildProcess, args: readonly string[]): Promise<never> => {
  const [code] = await once(child, 'exit');
  throw new Error(`${args.at(-1)} ended with ${code} before it was ready`);
};
