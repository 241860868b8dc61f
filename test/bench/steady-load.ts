import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { ReceiptAnswer } from '../support/client.js';

/** What a load sends, again and again, each time under a key of its own. */
export interface Sending {
  readonly url: string;
  readonly path: string;
  readonly token: string;
  readonly body: object;
}

/** Positions that were acknowledged, and how many commands were not. */
export interface Sent {
  readonly positions: readonly number[];
  readonly failed: number;
}

/** Sends so many commands a second for some seconds, whether or not those before were answered: an open loop. */
export const steadyLoad = async (sending: Sending, perSecond: number, seconds: number): Promise<Sent> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const positions: number[] = [];
  let failed = 0;
  const underway = new Set<Promise<void>>();
  const begun = performance.now();
  for (let sent = 0; sent < perSecond * seconds; ) {
    const due = Math.min(perSecond * seconds, ((performance.now() - begun) / 1000) * perSecond);
    for (; sent < due; sent++) {
      const one = post(sending, agent)
        .then(({ position }) => void positions.push(position))
        .catch(() => void failed++)
        .finally(() => underway.delete(one));
      underway.add(one);
    }
    await pause(1);
  }
  await Promise.all(underway);
  agent.destroy();
  return { positions, failed };
};

const post = ({ url, path, token, body }: Sending, agent: Agent): Promise<ReceiptAnswer> =>
  new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    };
    const asked = request(`${url}${path}`, { method: 'POST', agent, headers, timeout: 10_000 }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => {
        if (answer.statusCode === 201) resolve(JSON.parse(text) as ReceiptAnswer);
        else reject(new Error(`${answer.statusCode}`));
      });
    });
    asked.on('error', reject);
    asked.on('timeout', () => asked.destroy(new Error('No answer')));
    asked.end(JSON.stringify(body));
  });
