import 'reflect-metadata';
import { connectedConfig, leaveWithParent, logger } from '#kernel/platform';
import { createApi } from './api.js';

const config = connectedConfig(process.env);
const log = logger(config.logLevel, 'api');
const app = await createApi(config, log);
app.enableShutdownHooks([], { useProcessExit: true });
leaveWithParent();
await app.listen(config.port, config.host);
log.info({ port: config.port }, 'the api listens');
process.send?.('ready');
