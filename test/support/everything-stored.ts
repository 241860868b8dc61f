import { Redis } from 'ioredis';
import pg from 'pg';

/** A place where something is kept, and what is kept there, as text. */
export interface Kept {
  readonly place: string;
  readonly text: string;
}

const TABLES = `
select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_|^information_schema$' order by 1`;

/** Every row of every table, all columns of it as text; bytes read as hexadecimal digits. Sees past all policies. */
export const everythingInPostgres = async (url: string): Promise<Kept[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(TABLES);
    const kept: Kept[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
      kept.push(...rows.map(({ text }) => ({ place: name, text })));
    }
    return kept;
  } finally {
    await client.end();
  }
};

const READ: Readonly<Record<string, (redis: Redis, key: string) => Promise<unknown>>> = {
  string: (redis, key) => redis.get(key),
  list: (redis, key) => redis.lrange(key, 0, -1),
  set: (redis, key) => redis.smembers(key),
  zset: (redis, key) => redis.zrange(key, '0', '-1'),
  hash: (redis, key) => redis.hgetall(key),
  stream: (redis, key) => redis.xrange(key, '-', '+'),
};

/** Every key of Redis with its value, whatever its type. A type that cannot be read is an error, not a gap. */
export const everythingInRedis = async (url: string): Promise<Kept[]> => {
  const redis = new Redis(url);
  try {
    const kept: Kept[] = [];
    for await (const keys of redis.scanStream({ count: 1000 }) as AsyncIterable<string[]>)
      for (const key of keys) {
        const type = await redis.type(key);
        if (type === 'none') continue; // gone since it was listed
        const read = READ[type];
        if (!read) throw new Error(`Redis holds ${key} of type ${type}, which nobody here can read`);
        kept.push({ place: key, text: JSON.stringify([key, await read(redis, key)]) });
      }
    return kept;
  } finally {
    redis.disconnect();
  }
};
