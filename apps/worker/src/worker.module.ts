import { type BeforeApplicationShutdown, type DynamicModule, Module, type Type } from '@nestjs/common';
import { CaregiverSupportModule } from '#caregiver-support';
import { ConcernsModule } from '#concerns';
import { CommandSideModule, type Context, type ReadSide } from '#kernel/assembly';
import { Tracing } from '#kernel/observability';
import type { ConnectedConfig } from '#kernel/platform';
import { OrganizationsModule } from '#organizations';
import { ResolutionModule } from '#resolution';
import { SafetyEventsModule } from '#safety-events';
import { contexts } from './contexts.js';

/** Connections for the commands of automations: each automation sends one after the other. */
const FOR_COMMANDS = 4;

/** What a worker runs: contexts for their readers, modules for the handlers of what automations ask for. */
export interface Parts {
  readonly contexts: readonly Context[];
  readonly modules: readonly Type[];
}

/** What every installation runs. */
export const OURS: Parts = {
  contexts,
  modules: [OrganizationsModule, SafetyEventsModule, ConcernsModule, ResolutionModule, CaregiverSupportModule],
};

/** The worker: every reader of every context, and the command side for what automations ask for. */
@Module({})
export class WorkerModule implements BeforeApplicationShutdown {
  private readSide: ReadSide | undefined;
  private stopTelling: (() => Promise<void>) | undefined;

  static of(config: ConnectedConfig, { contexts, modules }: Parts): DynamicModule {
    return {
      module: WorkerModule,
      imports: [CommandSideModule.of({ config, contexts, connections: FOR_COMMANDS }), ...modules],
      providers: [{ provide: Tracing, useFactory: () => Tracing.start(config, 'worker') }],
    };
  }

  /** Hands over the readers, once handlers listen and they move, and how to stop telling of them. */
  reads(readSide: ReadSide, stopTelling: () => Promise<void>): void {
    this.readSide = readSide;
    this.stopTelling = stopTelling;
  }

  /** Readers first: what they have under way may still need the command side. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.stopTelling?.();
    await this.readSide?.stop();
  }
}
