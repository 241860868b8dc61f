import { once } from 'node:events';
import { connectRedis } from '#kernel/platform';
import { type Finding, fail, ok, warn } from './finding.js';

/** Milliseconds that Redis may take to answer. */
const PATIENCE = 3000;

/** Whether Redis answers, and whether it may forget what it was told. */
export const checkRedis = async (url: string): Promise<Finding> => {
  const connection = connectRedis(url, 'producer');
  try {
    if (connection.status !== 'ready') await once(connection, 'ready', { signal: AbortSignal.timeout(PATIENCE) });
    const [, policy] = await connection.config('GET', 'maxmemory-policy').then(
      (answer) => answer as string[],
      () => [],
    );
    return policyFinding(policy);
  } catch {
    return warn('redis', 'does not answer', 'Start it: until then views follow by a sweep every two seconds.');
  } finally {
    connection.disconnect();
  }
};

/** What Redis does when it is full. */
export const policyFinding = (policy: string | undefined): Finding => {
  if (policy === undefined)
    return warn(
      'redis',
      'answers, and will not tell its maxmemory-policy',
      'See to it yourself that it is noeviction.',
    );
  return policy === 'noeviction'
    ? ok('redis', 'answers, and forgets nothing')
    : fail('redis', `runs with maxmemory-policy=${policy}`, 'Set it to noeviction: api and worker refuse to start.');
};
