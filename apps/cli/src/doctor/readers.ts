import { readersOf } from '#kernel/assembly';
import type { Database } from '#kernel/platform';
import { Checkpoints, type Lag } from '#kernel/readers';
import { contexts } from '../contexts.js';
import { type Finding, fail, ok, warn } from './finding.js';

/** Seconds that a reader may be behind before somebody should look. */
const LATE = 60;

/** Whether everything that follows the ledger keeps up. */
export const checkReaders = async (worker: Database): Promise<Finding> =>
  judged(await new Checkpoints(worker, readersOf(contexts)).lags());

/** What lags mean. */
export const judged = (lags: readonly Lag[]): Finding => {
  if (lags.length === 0)
    return warn('readers', 'no worker has ever run here', 'Start a worker: without it no view is filled.');
  const troubled = lags.filter(({ trouble }) => trouble !== undefined);
  const todo = 'See `forthright readers status` and the log of the worker.';
  if (troubled.length > 0)
    return fail('readers', troubled.map(({ reader, trouble }) => `${reader}: ${trouble}`).join('; '), todo);
  const late = lags.filter(({ behind, seconds }) => behind > 0 && seconds > LATE);
  if (late.length > 0)
    return warn(
      'readers',
      late.map(({ reader, behind }) => `${reader} is ${behind} behind`).join('; '),
      `${todo} Does one run?`,
    );
  const parking = lags.filter(({ parked }) => parked > 0);
  if (parking.length > 0)
    return warn(
      'readers',
      parking.map(({ reader, parked }) => `${reader} has ${parked} streams parked`).join('; '),
      '`forthright readers parked` tells which; once mended, `forthright readers replay` goes on with them.',
    );
  return ok('readers', `${lags.length} keep up`);
};
