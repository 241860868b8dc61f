import { type DynamicModule, Global, type InjectionToken, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Attachments } from '#kernel/attachments';
import { ChangeDeadlineHandler, ClockPolicies, Clockwork, TendClocksHandler } from '#kernel/clocks';
import { Clock, Ids } from '#kernel/core';
import { GateModule } from '#kernel/gate';
import { Appender, Bell, EventCodec, Log, Placements, Streams } from '#kernel/ledger';
import { type ConnectedConfig, Database, SystemClock, TimeOrderedIds } from '#kernel/platform';
import { Forgetting, KeyRing, Lookups, loadMasterKey, MasterKey, Opener, Safe, SealingCodec } from '#kernel/privacy';
import { Checkpoints, openQueues, PokeBell, Queues, Refusals, Views } from '#kernel/readers';
import { clockedStreamsOf } from './clocks-context.js';
import type { Context } from './contexts.js';
import { catalogueOf, forgottenTogether, readersOf, rowsOf, tracksOf } from './kernel-context.js';

/** What a process needs to take commands and answer queries. */
export interface CommandSide {
  readonly config: ConnectedConfig;
  readonly contexts: readonly Context[];
  /** A told clock, for seeds and tests; refused in production. */
  readonly clock?: Clock;
  /** How many connections to PostgreSQL it may have. */
  readonly connections?: number;
}

/** Leaves in order: what is on the wire arrives, then the bell, then the stores. */
class Leaving implements OnApplicationShutdown {
  constructor(
    private readonly appender: Appender,
    private readonly bell: PokeBell,
    private readonly queues: Queues,
    private readonly db: Database,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.appender.close();
    await this.bell.close();
    await this.queues.close();
    await this.db.close();
  }
}

/** The kernel of a process that takes commands: the api, and the CLI when it acts in process. */
@Global()
@Module({})
export class CommandSideModule {
  static of({ config, contexts, clock = new SystemClock(), connections = 16 }: CommandSide): DynamicModule {
    if (clock.kind === 'told' && config.mode === 'production')
      throw new Error('Production believes the system clock only');
    const shared = [
      Clock,
      Ids,
      Database,
      Log,
      Placements,
      Streams,
      MasterKey,
      Opener,
      Safe,
      Attachments,
      Lookups,
      Forgetting,
      Checkpoints,
      Refusals,
      Views,
      Queues,
      Clockwork,
    ];
    return {
      module: CommandSideModule,
      imports: [CqrsModule.forRoot(), GateModule],
      providers: [
        { provide: Clock, useValue: clock },
        { provide: Ids, useClass: TimeOrderedIds },
        {
          provide: Database,
          useFactory: () =>
            Database.open({ url: config.databaseUrl, role: 'api', max: connections, entities: rowsOf(contexts) }),
        },
        { provide: Queues, useFactory: () => openQueues(config) },
        {
          provide: PokeBell,
          useFactory: (queues: Queues) => new PokeBell(queues, tracksOf(contexts)),
          inject: [Queues],
        },
        { provide: Bell, useExisting: PokeBell },
        { provide: MasterKey, useFactory: () => loadMasterKey(config) },
        {
          provide: KeyRing,
          useFactory: async (master: MasterKey, db: Database) => {
            const keys = new KeyRing(master);
            await keys.check(db);
            return keys;
          },
          inject: [MasterKey, Database],
        },
        wired(Opener, KeyRing),
        wired(Safe, Database, KeyRing),
        wired(Lookups, MasterKey),
        {
          provide: Log,
          useFactory: (db: Database) => new Log(db, catalogueOf(contexts)),
          inject: [Database],
        },
        wired(Placements, Database),
        {
          provide: Checkpoints,
          useFactory: (db: Database) => new Checkpoints(db, readersOf(contexts)),
          inject: [Database],
        },
        wired(Refusals, Database),
        wired(Views, Placements, Checkpoints),
        wired(Appender, Database, Clock, Bell),
        {
          provide: EventCodec,
          useFactory: (db: Database, keys: KeyRing) => new SealingCodec(db, keys, catalogueOf(contexts)),
          inject: [Database, KeyRing],
        },
        wired(Streams, Log, Appender, EventCodec, Clock, Ids),
        {
          provide: Forgetting,
          useFactory: (streams: Streams) => new Forgetting(streams, forgottenTogether(contexts)),
          inject: [Streams],
        },
        {
          provide: Clockwork,
          useFactory: (streams: Streams, policies: ClockPolicies, told: Clock) =>
            new Clockwork(streams, policies, told, clockedStreamsOf(contexts)),
          inject: [Streams, ClockPolicies, Clock],
        },
        TendClocksHandler,
        ChangeDeadlineHandler,
        wired(Attachments, Database, Safe, Opener, Log, Streams),
        wired(Leaving, Appender, PokeBell, Queues, Database),
      ],
      exports: [CqrsModule, ...shared],
    };
  }
}

/** A plain class of the kernel as a provider: the kernel's packages know no Nest. */
const wired = <A extends unknown[], T>(
  made: new (...parts: A) => T,
  ...parts: { readonly [K in keyof A]: { readonly prototype: A[K] } }
) => ({ provide: made, useFactory: (...given: A) => new made(...given), inject: [...parts] as InjectionToken[] });
