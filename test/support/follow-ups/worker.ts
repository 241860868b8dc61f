import 'reflect-metadata';
import { join } from 'node:path';
import { connectedConfig, leaveWithParent, logger } from '#kernel/platform';
import { FollowUpsModule, followUps } from './follow-ups.js';

const BUILT = join(process.cwd(), 'dist/apps/worker/src');
const { startWorker } = (await import(join(BUILT, 'worker.js'))) as typeof import('../../../apps/worker/src/worker.js');
const { OURS } = (await import(
  join(BUILT, 'worker.module.js')
)) as typeof import('../../../apps/worker/src/worker.module.js');

/** The worker as it is run, with one context more. */
const config = connectedConfig(process.env);
const log = logger(config.logLevel, 'worker');
const app = await startWorker(config, log, {
  contexts: [...OURS.contexts, followUps],
  modules: [...OURS.modules, FollowUpsModule],
});
app.enableShutdownHooks([], { useProcessExit: true });
leaveWithParent();
process.send?.('ready');
