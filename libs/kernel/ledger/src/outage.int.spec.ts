import { randomUUID } from 'node:crypto';
import net from 'node:net';
import { Database, SystemClock } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { aStream, HeardBell, noted, noting } from './append.examples.js';
import { Appender } from './appender.js';
import { Log } from './log.js';
import { Placements } from './placements.js';

const org = randomUUID();
let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await new Placements(db.api).place(org);
});
afterAll(() => db.close());

/**
 * A wire to the server that breaks where it hurts most: after a call has arrived, before its answer has. It lets the
 * next answer to an append be written to the log and never be heard.
 */
const brittleWire = async () => {
  const server = new URL(db.url);
  let cutting = false;
  let cuts = 0;
  const wire = net.createServer((client) => {
    const upstream = net.connect(Number(server.port), server.hostname);
    let appending = false;
    client.on('data', (bytes) => {
      appending ||= bytes.includes('append-');
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (cutting && appending) {
        cutting = false;
        cuts += 1;
        client.destroy();
        upstream.destroy();
      } else client.write(bytes);
    });
    const end = () => [client, upstream].map((socket) => socket.destroy());
    for (const socket of [client, upstream]) socket.on('close', end).on('error', end);
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const { port } = wire.address() as net.AddressInfo;
  return {
    url: Object.assign(new URL(db.url), { port: String(port) }).href,
    cutNextAnswer: () => {
      cutting = true;
    },
    cuts: () => cuts,
    close: () => wire.close(),
  };
};

describe('when the answer to a batch is lost', () => {
  it('the batch is sent again, is written once, and everybody gets their receipt', async () => {
    const wire = await brittleWire();
    const broken = await Database.open({ url: wire.url, role: 'api' });
    const appender = new Appender(broken, new SystemClock(), new HeardBell());
    await appender.append(noting(org, aStream()));
    for (const count of [1, 7]) {
      const appends = Array.from({ length: count }, () =>
        noting(org, aStream(), { expected: 0, events: [noted(), noted()] }),
      );
      wire.cutNextAnswer();
      const verdicts = await Promise.all(appends.map((append) => appender.append(append)));
      expect(verdicts.map(({ outcome }) => outcome)).toEqual(appends.map(() => 'appended'));
      const log = new Log(db.api);
      for (const [index, { stream, commandId }] of appends.entries()) {
        const { events, repeated } = await log.stream(org, stream, commandId);
        expect(events).toHaveLength(2);
        expect(verdicts[index]).toEqual({ outcome: 'appended', receipt: repeated?.receipt });
      }
    }
    expect(wire.cuts()).toBe(2);
    await appender.close();
    await broken.close();
    wire.close();
  });
});
