import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { CaregiverSupportModule } from '#caregiver-support';
import { ConcernsModule } from '#concerns';
import { CommandSideModule } from '#kernel/assembly';
import type { Clock } from '#kernel/core';
import { type ConnectedConfig, logger, nestLogger } from '#kernel/platform';
import { MeasuresModule } from '#measures';
import { OrganizationsModule } from '#organizations';
import { ResolutionModule } from '#resolution';
import { SafetyEventsModule } from '#safety-events';
import { contexts } from '../contexts.js';

@Module({})
class CommandLineModule {}

/** The contexts' command handlers in this process, without HTTP around them. */
export const commandApp = async (
  config: ConnectedConfig,
  clock?: Clock,
): Promise<{ app: INestApplicationContext; commands: CommandBus }> => {
  const imports = [
    CommandSideModule.of({ config, contexts, ...(clock && { clock }) }),
    OrganizationsModule,
    SafetyEventsModule,
    ConcernsModule,
    ResolutionModule,
    CaregiverSupportModule,
    MeasuresModule,
  ];
  const app = await NestFactory.createApplicationContext(
    { module: CommandLineModule, imports },
    { logger: nestLogger(logger('error', 'cli')), abortOnError: false },
  );
  return { app, commands: app.get(CommandBus) };
};
