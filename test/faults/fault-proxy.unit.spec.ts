import net from 'node:net';
import { eventually } from '../support/eventually.js';
import { chance } from './chance.js';
import { FaultProxy } from './fault-proxy.js';

/** A server that answers everything with itself. */
const echo = async () => {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => socket.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `tcp://127.0.0.1:${(server.address() as net.AddressInfo).port}` };
};

describe('the fault proxy', () => {
  let server: net.Server;
  let proxy: FaultProxy;
  const sockets: net.Socket[] = [];

  beforeEach(async () => {
    const { server: made, url } = await echo();
    server = made;
    proxy = await FaultProxy.before(url, chance(7));
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await proxy.close();
    server.close();
  });

  /** Somebody who is connected and remembers what they heard. */
  const caller = async () => {
    const socket = net.connect(proxy.port, '127.0.0.1');
    sockets.push(socket);
    const known = { heard: '', pieces: 0, ended: '', say: (text: string) => socket.write(text) };
    socket.on('data', (bytes) => {
      known.heard += bytes.toString();
      known.pieces += 1;
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      known.ended = error.code ?? 'error';
    });
    socket.on('close', () => {
      known.ended ||= 'closed';
    });
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    return known;
  };
  const heard = (one: { heard: string }, text: string) => eventually(() => expect(one.heard).toBe(text));

  it('carries bytes unchanged in good weather, and the end of a connection', async () => {
    const one = await caller();
    one.say('all is well');
    await heard(one, 'all is well');
    expect(proxy.connections).toBe(1);
    sockets[0]?.destroy();
    await eventually(() => expect(proxy.connections).toBe(0));
  });

  it('delays and slices without ever changing the order', async () => {
    proxy.weather = { latency: 5, jitter: 20, slice: 3 };
    const one = await caller();
    const words = Array.from({ length: 20 }, (_, index) => `word ${index};`);
    for (const word of words) one.say(word);
    await heard(one, words.join(''));
    expect(one.pieces).toBeGreaterThan(20);
  });

  it('loses what is cut, in silence, and breaks what has lost something when it heals', async () => {
    const [cut, idle] = [await caller(), await caller()];
    for (const one of [cut, idle]) one.say('1');
    await Promise.all([heard(cut, '1'), heard(idle, '1')]);
    proxy.cut('replies');
    cut.say('2');
    await eventually(() => expect(proxy.connections).toBe(2));
    await new Promise((resolve) => setTimeout(resolve, 50)); // nothing comes: there is no event to wait for
    expect(cut).toMatchObject({ heard: '1', ended: '' });
    proxy.heal();
    await eventually(() => expect(cut.ended).not.toBe(''));
    idle.say('2');
    await heard(idle, '12');
  });

  it('silences what is there for good, and serves who comes anew', async () => {
    const old = await caller();
    old.say('1');
    await heard(old, '1');
    proxy.silence();
    old.say('2');
    const fresh = await caller();
    fresh.say('3');
    await heard(fresh, '3');
    proxy.heal();
    expect(old).toMatchObject({ heard: '1', ended: '' });
  });

  it('accepts and never serves while it is half open', async () => {
    proxy.weather = { halfOpen: true };
    const one = await caller();
    one.say('hello');
    await new Promise((resolve) => setTimeout(resolve, 50)); // as above
    expect(one).toMatchObject({ heard: '', ended: '' });
    proxy.heal();
    await eventually(() => expect(one.ended).not.toBe(''));
  });

  it('resets every connection audibly', async () => {
    const one = await caller();
    one.say('1');
    await heard(one, '1');
    proxy.reset();
    await eventually(() => expect(one.ended).toBe('ECONNRESET'));
  });

  it('holds the answer to one request, or its second half, until it is told', async () => {
    const [other, one] = [await caller(), await caller()];
    for (const half of [false, true]) {
      one.heard = '';
      const trap = proxy.holdAnswerTo('commit', { half });
      other.say('x');
      one.say('commit');
      await trap.sprung;
      await eventually(() => expect(one.heard).toBe(half ? 'com' : ''));
      trap.release();
      await heard(one, 'commit');
    }
    await heard(other, 'xx');
  });
});
