import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import type { Sending } from './steady-load.js';

const CONNECTIONS = 32;

/** Requests a second that were answered with 2xx, 32 connections at a time, each waiting for its answer: a closed loop. */
export const httpRate = async ({ url, path, token, body }: Sending, seconds: number): Promise<number> => {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path,
        body: JSON.stringify(body),
        setupRequest: (request) => ({
          ...request,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'idempotency-key': randomUUID(),
          },
        }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`POST ${path}: ${result.non2xx} refused, ${result.errors} unanswered`);
  return result['2xx'] / result.duration;
};
