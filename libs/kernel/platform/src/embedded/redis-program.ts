import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What redis-tools needs that every machine with apt has already. */
const ALWAYS_THERE = ['adduser', 'libc6', 'libsystemd0', 'libelogind0'];
const PATIENCE = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::https::Timeout=20'];
const HINT =
  'Install Redis 6.2 or newer (Debian, Ubuntu: apt-get install redis-server; macOS: brew install redis), ' +
  'or set REDIS_URL to a server that runs.';

/** There is no Redis here, and none to be had. */
export class NoRedis extends Error {
  override readonly name = 'NoRedis';
}

/** A Redis server's program, and what its environment needs. */
export interface RedisProgram {
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
}

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find(isProgram);

const run = (command: string, args: readonly string[], cwd: string): Promise<{ stdout: string }> =>
  promisify(execFile)(command, args, { cwd, timeout: 180_000, env: { ...process.env, LC_ALL: 'C' } });

/** Where apt keeps its lists: the system's for root, a folder of ours for anybody else. */
const aptOptions = (folder: string): string[] => {
  if (process.getuid?.() === 0) return PATIENCE;
  mkdirSync(join(folder, 'apt/lists/partial'), { recursive: true });
  const own = [`Dir::State=${folder}/apt`, `Dir::Cache=${folder}/apt/cache`, 'Debug::NoLocking=1'];
  return [...PATIENCE, ...own.flatMap((option) => ['-o', option])];
};

const download = async (folder: string): Promise<void> => {
  const options = aptOptions(folder);
  const { stdout } = await run('apt-cache', [...options, 'depends', 'redis-tools'], folder);
  const needed = [...stdout.matchAll(/^ {2}Depends: ([a-z0-9.+-]+)$/gm)].map((found) => found[1] as string);
  const packages = ['redis-tools', ...needed.filter((name) => !ALWAYS_THERE.includes(name))];
  await run('apt-get', [...options, 'download', ...packages], folder);
};

/** Unpacks Debian's packages; nothing is installed and no root is needed. `folder` appears when it is whole. */
const unpack = async (folder: string): Promise<void> => {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    await download(draft).catch(async () => {
      await run('apt-get', [...aptOptions(draft), 'update', '-q'], draft);
      await download(draft);
    });
    for (const file of readdirSync(draft).filter((name) => name.endsWith('.deb')))
      await run('dpkg-deb', ['-x', file, 'programs'], draft);
    // Debian ships one program under several names: called redis-server, redis-check-rdb is the server.
    symlinkSync('redis-check-rdb', join(draft, 'programs/usr/bin/redis-server'));
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(draft, 'programs'), folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};

const unpacked = async (folder: string): Promise<RedisProgram> => {
  const machine = { x64: 'x86_64', arm64: 'aarch64' }[process.arch as string] ?? process.arch;
  const libraries = join(folder, `usr/lib/${machine}-linux-gnu`);
  const program = { command: join(folder, 'usr/bin/redis-server'), env: { LD_LIBRARY_PATH: libraries } };
  if (!existsSync(program.command)) await unpack(folder);
  await promisify(execFile)(program.command, ['--version'], { env: { ...process.env, ...program.env } });
  return program;
};

/**
 * Finds a Redis server: on PATH, else Debian's, downloaded and unpacked into `folder`. No npm package brings one.
 * Without either it says what to install ({@link NoRedis}).
 */
export const redisProgram = async (folder: string, onNote: (note: string) => void): Promise<RedisProgram> => {
  const command = onPath('redis-server') ?? onPath('valkey-server');
  if (command) return { command, env: {} };
  if (!onPath('apt-get') || !onPath('dpkg-deb')) throw new NoRedis(`No Redis server was found on PATH. ${HINT}`);
  if (!existsSync(folder)) onNote("No Redis server on PATH: downloading Debian's (nothing is installed)");
  try {
    return await unpacked(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const reason = (error as { stderr?: string }).stderr?.trim().split('\n').pop() || (error as Error).message;
    throw new NoRedis(`No Redis server was found on PATH, and Debian's could not be unpacked: ${reason}\n${HINT}`);
  }
};
