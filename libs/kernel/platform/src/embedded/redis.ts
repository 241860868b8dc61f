import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { RedisProgram } from './redis-program.js';
import type { Server } from './server.js';
import type { Door } from './state-file.js';

const GENTLE = [
  ['SIGTERM', 15_000],
  ['SIGKILL', 5000],
] as const;

/** What it takes to find and stop the Redis of a data folder. */
export const redisOf = (dataDir: string) => {
  const folder = join(dataDir, 'redis');
  return { folder, pidFile: join(folder, 'redis.pid'), stopSteps: GENTLE };
};

/** The connection string of the Redis behind a door. */
export const urlOfRedis = ({ port, password }: Door): string => `redis://:${password}@127.0.0.1:${port}`;

/** A file, not arguments: the list of processes is public, the password is not. */
const configuration = (folder: string, { port, password }: Door): string =>
  [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir "${folder}"`,
    `pidfile "${join(folder, 'redis.pid')}"`,
    `requirepass ${password}`,
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    'daemonize no',
    '',
  ].join('\n');

/** Redis's answer to "our password; which folder is yours; are your keys read?", in its own protocol; empty where it stays silent. */
const conversation = ({ port, password }: Door): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    const done = () => {
      socket.destroy();
      resolve(heard);
    };
    socket.setTimeout(2000, done);
    socket.once('error', done);
    socket.once('close', done);
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
      if (heard.startsWith('-') || REPLY.test(heard)) done();
    });
    socket.write(`AUTH ${password}\r\nCONFIG GET dir\r\nEXISTS any\r\n`);
  });

const REPLY = /^\+OK\r\n\*2\r\n\$3\r\ndir\r\n\$\d+\r\n(?<place>.*)\r\n(?<exists>.*)\r\n$/;

const answers = async (door: Door, folder: string): Promise<'yes' | 'starting' | 'no'> => {
  const { place, exists } = REPLY.exec(await conversation(door))?.groups ?? {};
  if (place === undefined || realpathSync(place) !== realpathSync(folder)) return 'no';
  return exists?.startsWith('-LOADING') ? 'starting' : 'yes';
};

/** The Redis of a data folder, made ready to be started. */
export const prepareRedis = async (dataDir: string, door: Door, program: RedisProgram): Promise<Server> => {
  const known = redisOf(dataDir);
  mkdirSync(known.folder, { recursive: true, mode: 0o700 });
  const file = join(known.folder, 'redis.conf');
  writeFileSync(file, configuration(known.folder, door), { mode: 0o600 });
  return {
    name: 'Redis',
    ...known,
    command: program.command,
    args: [file],
    logFile: join(dataDir, 'logs/redis.log'),
    options: { env: { ...process.env, ...program.env } },
    answers: () => answers(door, known.folder),
  };
};
