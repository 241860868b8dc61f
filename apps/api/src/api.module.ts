import { type DynamicModule, Module } from '@nestjs/common';
import { CaregiverSupportModule } from '#caregiver-support';
import { ConcernsModule } from '#concerns';
import {
  AccessGuard,
  Members,
  RefusedActs,
  RoleCache,
  StoredRefusedActs,
  TokenVerifier,
  trustedIssuers,
} from '#kernel/access';
import { CommandSideModule, catalogueOf } from '#kernel/assembly';
import { type ConnectedConfig, Database } from '#kernel/platform';
import { FeedReceiver, Queues } from '#kernel/readers';
import { MeasuresModule } from '#measures';
import { OrganizationsModule } from '#organizations';
import { ResolutionModule } from '#resolution';
import { SafetyEventsModule } from '#safety-events';
import { contexts } from './contexts.js';
import { DeadlinesModule } from './deadlines/deadlines.module.js';
import { FeedController } from './feed/feed.controller.js';
import { FeedRights } from './feed/feed-rights.js';
import { FeedRoom } from './feed/feed-room.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { NoticesModule } from './notices/notices.module.js';
import { OperationsModule } from './operations/operations.module.js';

/** The api: the contexts that it serves, behind one guard. */
@Module({})
export class ApiModule {
  static of(config: ConnectedConfig): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        CommandSideModule.of({ config, contexts }),
        OperationsModule.of(config),
        NoticesModule.of(config),
        DeadlinesModule,
        OrganizationsModule,
        SafetyEventsModule,
        ConcernsModule,
        ResolutionModule,
        CaregiverSupportModule,
        MeasuresModule,
      ],
      controllers: [HealthController, FeedController],
      providers: [
        Readiness,
        AccessGuard,
        { provide: TokenVerifier, useFactory: async () => new TokenVerifier(await trustedIssuers(config)) },
        { provide: RoleCache, useFactory: (members: Members) => new RoleCache(members), inject: [Members] },
        { provide: FeedReceiver, useFactory: (queues: Queues) => queues.feedReceiver(), inject: [Queues] },
        { provide: FeedRights, useValue: new FeedRights(catalogueOf(contexts), contexts) },
        FeedRoom,
        { provide: RefusedActs, useFactory: (db: Database) => new StoredRefusedActs(db), inject: [Database] },
      ],
    };
  }
}
