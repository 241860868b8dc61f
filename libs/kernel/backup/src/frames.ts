import { createHmac, type Hmac, timingSafeEqual } from 'node:crypto';
import { damaged } from './backup-problem.js';

/** What every backup begins with; the number is the format's. */
const MAGIC = Buffer.from('FORTHRIGHT BACKUP 1\n');

/** A kind and a length stand before every payload. */
const HEAD = 5;

/** No frame is longer: a damaged length is not taken for an order of memory. */
const LONGEST = 16 * 2 ** 20;

/** Header, table, data, end of a table, last frame. */
export type Kind = 'H' | 'T' | 'D' | 'E' | 'Z';

/** One piece of a backup. */
export interface Frame {
  readonly kind: Kind;
  readonly payload: Buffer;
}

const encoded = (kind: Kind, payload: Buffer): Buffer => {
  const head = Buffer.alloc(HEAD);
  head.write(kind, 'latin1');
  head.writeUInt32BE(payload.length, 1);
  return Buffer.concat([head, payload]);
};

/** The frames of a backup as bytes, under a code (HMAC-SHA-256) that only the holder of the key can make. */
export class FrameWriter {
  private readonly mac: Hmac;

  constructor(key: Buffer) {
    this.mac = createHmac('sha256', key).update(MAGIC);
  }

  /** What comes before the first frame. */
  readonly magic = MAGIC;

  frame(kind: Exclude<Kind, 'Z'>, payload: Buffer | object): Buffer {
    const bytes = encoded(kind, Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload)));
    this.mac.update(bytes);
    return bytes;
  }

  /** The last frame: the code over everything before it. */
  end(): Buffer {
    return encoded('Z', this.mac.digest());
  }
}

/** Takes bytes as they come and gives them out in the lengths that are asked for. */
class Intake {
  private pieces: Buffer[] = [];
  private held = 0;

  constructor(private readonly source: AsyncIterator<Buffer>) {}

  /** The next bytes; nothing at the end, and fewer than asked never. */
  async take(length: number): Promise<Buffer | undefined> {
    while (this.held < length) {
      const { done, value } = await this.source.next();
      if (done) return this.held === 0 ? undefined : damaged('its end is missing');
      this.pieces.push(value);
      this.held += value.length;
    }
    const all = this.pieces.length === 1 ? (this.pieces[0] as Buffer) : Buffer.concat(this.pieces);
    this.pieces = [all.subarray(length)];
    this.held -= length;
    return all.subarray(0, length);
  }
}

/**
 * Reads frames and holds the last of them against what came before: whoever has seen this end knows that every byte is
 * as it was written by a holder of the key. Without a key it reads and believes.
 */
export async function* readFrames(source: AsyncIterable<Buffer>, key?: Buffer): AsyncGenerator<Frame> {
  const intake = new Intake(source[Symbol.asyncIterator]());
  const magic = await intake.take(MAGIC.length);
  if (!magic?.equals(MAGIC)) damaged('it does not begin as a backup of this format does');
  const mac = createHmac('sha256', key ?? '').update(MAGIC);
  for (;;) {
    const head = (await intake.take(HEAD)) ?? damaged('its end is missing');
    const kind = head.toString('latin1', 0, 1) as Kind;
    const length = head.readUInt32BE(1);
    if (!'HTDEZ'.includes(kind) || length > LONGEST) damaged('a part of it makes no sense');
    const payload = length === 0 ? Buffer.alloc(0) : ((await intake.take(length)) ?? damaged('its end is missing'));
    if (kind === 'Z') {
      const right = mac.digest();
      if (key && (payload.length !== right.length || !timingSafeEqual(payload, right)))
        damaged('it is not as it was written');
      if (await intake.take(1)) damaged('there is more behind its end');
      return;
    }
    mac.update(head).update(payload);
    yield { kind, payload };
  }
}
