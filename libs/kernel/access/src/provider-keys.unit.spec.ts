import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTVerifyGetKey } from 'jose';
import { providerKeys } from './provider-keys.js';
import { ProviderUnreachable } from './refused.js';

const HOUR = 3_600_000;

describe("An identity provider's keys", () => {
  const header = { alg: 'ES256', kid: 'first' };
  const ask = (keys: JWTVerifyGetKey, kid = 'first') => keys({ ...header, kid }, { payload: '', signature: '' });

  it('serve on for a day while the provider is away', async () => {
    const { publicKey } = await generateKeyPair('ES256');
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'first', alg: 'ES256' }];
    const server = createServer((_, answer) => answer.end(JSON.stringify({ keys }))).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const time = { now: 0 };
    const { port } = server.address() as AddressInfo;
    const known = providerKeys(`http://127.0.0.1:${port}/keys`, () => time.now);
    await ask(known);
    await new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });

    jest.useFakeTimers({ now: Date.now() + HOUR, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      time.now = HOUR;
      await expect(ask(known)).resolves.toBeDefined();
      time.now = 25 * HOUR;
      await expect(ask(known)).rejects.toThrow(ProviderUnreachable);
    } finally {
      jest.useRealTimers();
    }
  });

  it('cannot be told when the provider never answered', async () => {
    await expect(ask(providerKeys('http://127.0.0.1:9/keys'))).rejects.toThrow(ProviderUnreachable);
  });
});
