import { createConnection } from 'node:net';
import type { ClamdAddress } from '#kernel/platform';
import { type Scan, Scanner } from './scanner.js';

/** Bytes in one chunk of INSTREAM. */
const CHUNK = 65_536;

/** Milliseconds of silence after which clamd is given up. */
const SILENT_AFTER = 30_000;

/** The most that clamd has to say: a longer answer is not clamd's. */
const LONGEST_ANSWER = 1024;

const CLEAN = /^stream: OK$/;
const FOUND = /^stream: (.+) FOUND$/;

/**
 * ClamAV through clamd's INSTREAM (clamd(8)): `zINSTREAM\0`, chunks that each begin with their length in four bytes, a chunk
 * of none; the answer is one line. Anything but a plain yes or no is an error.
 */
export class ClamdScanner extends Scanner {
  readonly engine = 'ClamAV';

  constructor(
    private readonly address: ClamdAddress,
    private readonly silentAfter = SILENT_AFTER,
  ) {
    super();
  }

  async scan(bytes: Buffer, stop?: AbortSignal): Promise<Scan> {
    const answer = await this.ask(bytes, stop);
    if (CLEAN.test(answer)) return { verdict: 'clean' };
    const [, finding] = FOUND.exec(answer) ?? [];
    if (finding !== undefined) return { verdict: 'infected', finding };
    throw new Error(`clamd could not scan: ${answer.slice(0, 100)}`);
  }

  private ask(bytes: Buffer, stop: AbortSignal | undefined): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = createConnection(this.address);
      let answer = '';
      const fail = (why: Error) => {
        socket.destroy();
        reject(why);
      };
      const stopped = () => fail(new Error('told to stop'));
      stop?.addEventListener('abort', stopped, { once: true });
      socket.setTimeout(this.silentAfter, () => fail(new Error('clamd says nothing')));
      socket.on('error', fail);
      socket.on('data', (chunk) => {
        answer += chunk.toString('latin1');
        if (answer.length > LONGEST_ANSWER) fail(new Error('clamd says too much'));
      });
      socket.on('end', () => {
        socket.destroy();
        resolve(answer.replace(/\0$/, '').trim());
      });
      socket.on('close', () => {
        stop?.removeEventListener('abort', stopped);
        reject(new Error('clamd hung up'));
      });
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const chunk = bytes.subarray(at, at + CHUNK);
        socket.write(lengthOf(chunk.length));
        socket.write(chunk);
      }
      socket.write(lengthOf(0));
    });
  }
}

const lengthOf = (length: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
};
