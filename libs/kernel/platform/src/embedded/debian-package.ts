import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What programs need that every machine with apt has already. */
const ALWAYS_THERE = ['adduser', 'libc6', 'libpam0g', 'libsystemd0', 'libelogind0'];
const PATIENCE = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::https::Timeout=20'];

/** A package of Debian's, and what is to be done with it. */
export interface DebianPackage {
  readonly name: string;
  /** What it depends on and is not needed to run its programs. */
  readonly without?: readonly string[];
  /** Called with the folder of the unpacked files before anybody else sees it. */
  readonly finish?: (folder: string) => void;
}

const run = (command: string, args: readonly string[], cwd: string): Promise<{ stdout: string }> =>
  promisify(execFile)(command, args, { cwd, timeout: 180_000, env: { ...process.env, LC_ALL: 'C' } });

/** Where apt keeps its lists: the system's for root, a folder of ours for anybody else. */
const aptOptions = (folder: string): string[] => {
  if (process.getuid?.() === 0) return PATIENCE;
  mkdirSync(join(folder, 'apt/lists/partial'), { recursive: true });
  const own = [`Dir::State=${folder}/apt`, `Dir::Cache=${folder}/apt/cache`, 'Debug::NoLocking=1'];
  return [...PATIENCE, ...own.flatMap((option) => ['-o', option])];
};

const download = async (folder: string, { name, without = [] }: DebianPackage): Promise<void> => {
  const options = aptOptions(folder);
  const { stdout } = await run('apt-cache', [...options, 'depends', name], folder);
  const needed = [...stdout.matchAll(/^ {2}Depends: ([a-z0-9.+-]+)$/gm)].map((found) => found[1] as string);
  const spared = [...ALWAYS_THERE, ...without];
  const packages = [name, ...needed.filter((one) => !spared.includes(one))];
  await run('apt-get', [...options, 'download', ...packages], folder);
};

const unpack = async (folder: string, wanted: DebianPackage): Promise<void> => {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    await download(draft, wanted).catch(async () => {
      await run('apt-get', [...aptOptions(draft), 'update', '-q'], draft);
      await download(draft, wanted);
    });
    for (const file of readdirSync(draft).filter((name) => name.endsWith('.deb')))
      await run('dpkg-deb', ['-x', file, 'programs'], draft);
    wanted.finish?.(join(draft, 'programs'));
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(draft, 'programs'), folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};

/**
 * Unpacks a package of Debian's with what it needs, once; nothing is installed and no root is needed. `folder` appears
 * when it is whole. Answers what the environment of its programs needs.
 */
export const unpackedPackage = async (folder: string, wanted: DebianPackage): Promise<NodeJS.ProcessEnv> => {
  if (!existsSync(folder)) await unpack(folder, wanted);
  const machine = { x64: 'x86_64', arm64: 'aarch64' }[process.arch as string] ?? process.arch;
  return { LD_LIBRARY_PATH: join(folder, `usr/lib/${machine}-linux-gnu`) };
};
