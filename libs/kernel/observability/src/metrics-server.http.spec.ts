import type { Logger } from '#kernel/platform';
import { Metrics } from './metrics.js';
import { MetricsServer } from './metrics-server.js';

it('a port that is taken is told to the log, and stops nothing', async () => {
  const told: object[] = [];
  const log = { error: (line: object) => told.push(line) } as unknown as Logger;
  const metrics = new Metrics('spec');
  const first = await MetricsServer.open(metrics, { host: '127.0.0.1', port: 0 }, log);
  const port = first.port ?? 0;
  const second = await MetricsServer.open(metrics, { host: '127.0.0.1', port }, log);
  try {
    expect(told).toEqual([{ trouble: 'Error', code: 'EADDRINUSE', port }]);
    expect(second.port).toBeUndefined();
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(200);
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});
