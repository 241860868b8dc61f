import 'reflect-metadata';
import { connectedConfig, leaveWithParent, logger } from '#kernel/platform';
import { startWorker } from './worker.js';

const config = connectedConfig(process.env);
const log = logger(config.logLevel, 'worker');
const app = await startWorker(config, log);
app.enableShutdownHooks([], { useProcessExit: true });
leaveWithParent();
log.info('the worker reads');
process.send?.('ready');
