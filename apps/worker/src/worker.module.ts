import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type ReadSide, startReadSide } from '#kernel/assembly';
import type { ConnectedConfig, Logger } from '#kernel/platform';
import { contexts } from './contexts.js';

const READ_SIDE = Symbol('read side');

/** The worker: every reader of every context, and nothing else. */
@Module({})
export class WorkerModule implements OnApplicationShutdown {
  constructor(@Inject(READ_SIDE) private readonly readSide: ReadSide) {}

  static of(config: ConnectedConfig, log: Logger): DynamicModule {
    return {
      module: WorkerModule,
      providers: [{ provide: READ_SIDE, useFactory: () => startReadSide(config, contexts, log) }],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.readSide.stop();
  }
}
