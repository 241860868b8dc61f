import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupProblem, damaged } from './backup-problem.js';
import { type Frame, readFrames } from './frames.js';
import type { Counts, Header, TableEnd, TableStart } from './header.js';
import { RowCount } from './row-count.js';

const parsed = <T>({ payload }: Frame): T => JSON.parse(payload.toString('utf8')) as T;

/** A file's frames. What the unpacking says against it reads as damage. */
async function* framesIn(file: string, key?: Buffer): AsyncGenerator<Frame> {
  const packed = createReadStream(file, { highWaterMark: 2 ** 18 });
  const bytes = createGunzip({ chunkSize: 2 ** 18 });
  packed.on('error', (error) => bytes.destroy(error));
  packed.pipe(bytes);
  try {
    yield* readFrames(bytes as AsyncIterable<Buffer>, key);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code.startsWith('Z_')) damaged(code === 'Z_BUF_ERROR' ? 'its end is missing' : 'it cannot be unpacked');
    throw error;
  } finally {
    packed.destroy();
    bytes.destroy();
  }
}

/** What a backup says of itself. It is believed so far: reading on with the key shows whether it may be. */
export const headerOf = async (file: string): Promise<Header> => {
  for await (const frame of framesIn(file)) {
    if (frame.kind !== 'H') break;
    try {
      return parsed<Header>(frame);
    } catch {
      break;
    }
  }
  return damaged('it says nothing of itself');
};

/** What is done with a table's rows: it must read them to their end. */
export type TakeTable = (start: TableStart, rows: AsyncIterable<Buffer>) => Promise<void>;

const ignored: TakeTable = async (_, rows) => {
  for await (const _piece of rows);
};

/**
 * Reads a backup to its end, handing out each table. Throws where anything is not as it was written, which may show only
 * at the end: until it has returned, nothing that was handed out may be believed.
 */
export const readBackup = async (file: string, key: Buffer, take: TakeTable = ignored): Promise<Counts> => {
  const rows: Record<string, number> = {};
  const frames = framesIn(file, key);
  const next = async (): Promise<Frame | undefined> => {
    const { done, value } = await frames.next();
    return done ? undefined : value;
  };
  try {
    if ((await next())?.kind !== 'H') damaged('it says nothing of itself');
    for (let frame = await next(); frame; frame = await next()) {
      if (frame.kind !== 'T') damaged('its parts stand in no order');
      const start = parsed<TableStart>(frame);
      const count = new RowCount();
      let end: TableEnd | undefined;
      const pieces = async function* () {
        for (let piece = await next(); ; piece = await next()) {
          if (piece?.kind !== 'D') {
            end = piece?.kind === 'E' ? parsed<TableEnd>(piece) : damaged('a table in it has no end');
            return;
          }
          count.take(piece.payload);
          yield piece.payload;
        }
      };
      await take(start, pieces());
      const found = count.end();
      if (found.sha256 !== end?.sha256 || found.rows !== end.rows) damaged(`${start.table} is not as it was written`);
      rows[start.table] = found.rows;
    }
    return rows;
  } catch (error) {
    if (error instanceof SyntaxError && !(error instanceof BackupProblem)) damaged('a part of it makes no sense');
    throw error;
  } finally {
    await frames.return(undefined);
  }
};
