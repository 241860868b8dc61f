import { createServer, type Server } from 'node:http';
import type { Logger } from '#kernel/platform';
import type { Metrics } from './metrics.js';

/**
 * Serves `/metrics` of a process that serves nothing else. A port that is taken is no reason for the process not to do
 * its work: it is told to the log.
 */
export class MetricsServer {
  private constructor(private readonly server: Server) {}

  static async open(
    metrics: Metrics,
    { host, port }: { host: string; port: number },
    log: Logger,
  ): Promise<MetricsServer> {
    const server = createServer(async ({ method, url }, response) => {
      response.setHeader('cache-control', 'no-store');
      if (url !== '/metrics') return response.writeHead(404).end();
      if (method !== 'GET' && method !== 'HEAD') return response.writeHead(405, { allow: 'GET, HEAD' }).end();
      const text = await metrics.text().catch(() => undefined);
      if (text === undefined) return response.writeHead(500).end();
      return response.writeHead(200, { 'content-type': metrics.contentType }).end(method === 'GET' ? text : undefined);
    });
    await new Promise<void>((resolve) => {
      server.once('error', ({ name, code }: NodeJS.ErrnoException) => {
        log.error({ trouble: name, code, port }, 'the metrics are served to nobody');
        resolve();
      });
      server.listen(port, host, resolve);
    });
    return new MetricsServer(server);
  }

  /** Where it listens; nothing where it could not. */
  get port(): number | undefined {
    const address = this.server.address();
    return typeof address === 'object' ? address?.port : undefined;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
