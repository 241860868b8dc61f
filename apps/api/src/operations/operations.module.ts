import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Metrics, Tracing } from '#kernel/observability';
import { type ConnectedConfig, Database } from '#kernel/platform';
import { Checkpoints, OperatedQueues, Queues } from '#kernel/readers';
import { apiMetrics } from './api-metrics.js';
import { MetricsController } from './metrics.controller.js';

/** What operators look at: figures, traces, queues. */
@Module({})
export class OperationsModule implements OnApplicationShutdown {
  constructor(private readonly queues: OperatedQueues) {}

  static of(config: ConnectedConfig): DynamicModule {
    return {
      module: OperationsModule,
      controllers: [MetricsController],
      providers: [
        { provide: Tracing, useFactory: () => Tracing.start(config, 'api') },
        {
          provide: OperatedQueues,
          useFactory: (queues: Queues) => OperatedQueues.over(queues),
          inject: [Queues],
        },
        { provide: Metrics, useFactory: apiMetrics, inject: [Database, Checkpoints, OperatedQueues] },
      ],
      exports: [OperatedQueues],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
  }
}
