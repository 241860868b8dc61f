import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What a fake clamd takes for infected, wherever it stands in a file. */
export const SICK = 'this-is-a-virus';

const COMMAND = 'zINSTREAM\0';

/** How it behaves: as it should, with an error for everything, or with silence. */
export type Mood = 'well' | 'failing' | 'silent';

/** A server that speaks clamd's INSTREAM as its manual has it: `zINSTREAM\0`, chunks with their length, a chunk of none. */
export class FakeClamd {
  mood: Mood = 'well';
  /** How many files it was given whole. */
  scanned = 0;
  private readonly guests = new Set<Socket>();
  private readonly waiting: (() => void)[] = [];

  private constructor(private readonly server: Server) {}

  /** Listens on a free port, or on a socket in the file system. */
  static async listen(path?: string): Promise<FakeClamd> {
    const server = createServer();
    const clamd = new FakeClamd(server);
    server.on('connection', (socket) => clamd.serve(socket));
    await new Promise<void>((resolve) => {
      if (path === undefined) server.listen(0, '127.0.0.1', resolve);
      else server.listen(path, resolve);
    });
    return clamd;
  }

  get address(): { readonly host: string; readonly port: number } {
    return { host: '127.0.0.1', port: (this.server.address() as AddressInfo).port };
  }

  /** Resolves when the next file has come. */
  heard(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async close(): Promise<void> {
    for (const guest of this.guests) guest.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.guests.add(socket);
    let heard = Buffer.alloc(0);
    socket.on('close', () => this.guests.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      heard = Buffer.concat([heard, chunk]);
      const file = fileIn(heard);
      if (file === undefined) return;
      for (const resolve of this.waiting.splice(0)) resolve();
      if (this.mood === 'silent') return;
      this.scanned += 1;
      socket.end(`${this.mood === 'failing' ? 'Out of memory. ERROR' : verdictOf(file)}\0`);
    });
  }
}

const verdictOf = (file: Buffer): string => (file.includes(SICK) ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK');

/** The file, once all of it has come. */
const fileIn = (heard: Buffer): Buffer | undefined => {
  if (heard.toString('latin1', 0, COMMAND.length) !== COMMAND) return undefined;
  const parts: Buffer[] = [];
  let at = COMMAND.length;
  while (at + 4 <= heard.length) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};
