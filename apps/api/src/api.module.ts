import { type DynamicModule, Module } from '@nestjs/common';
import {
  AccessGuard,
  Members,
  RefusedActs,
  RoleCache,
  StoredRefusedActs,
  TokenVerifier,
  trustedIssuers,
} from '#kernel/access';
import { CommandSideModule } from '#kernel/assembly';
import { type ConnectedConfig, Database } from '#kernel/platform';
import { OrganizationsModule } from '#organizations';
import { SafetyEventsModule } from '#safety-events';
import { contexts } from './contexts.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';

/** The api: the contexts that it serves, behind one guard. */
@Module({})
export class ApiModule {
  static of(config: ConnectedConfig): DynamicModule {
    return {
      module: ApiModule,
      imports: [CommandSideModule.of({ config, contexts }), OrganizationsModule, SafetyEventsModule],
      controllers: [HealthController],
      providers: [
        Readiness,
        AccessGuard,
        { provide: TokenVerifier, useFactory: async () => new TokenVerifier(await trustedIssuers(config)) },
        { provide: RoleCache, useFactory: (members: Members) => new RoleCache(members), inject: [Members] },
        { provide: RefusedActs, useFactory: (db: Database) => new StoredRefusedActs(db), inject: [Database] },
      ],
    };
  }
}
