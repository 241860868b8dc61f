import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type DebianPackage, unpackedPackage } from './debian-package.js';

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

const REDIS_TOOLS: DebianPackage = {
  name: 'redis-tools',
  // Debian ships one program under several names: called redis-server, redis-check-rdb is the server.
  finish: (folder) => symlinkSync('redis-check-rdb', join(folder, 'usr/bin/redis-server')),
};

const unpacked = async (folder: string): Promise<RedisProgram> => {
  const program = { command: join(folder, 'usr/bin/redis-server'), env: await unpackedPackage(folder, REDIS_TOOLS) };
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
