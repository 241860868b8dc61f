import type { INestApplicationContext, Type } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import { type Action, type Caller, callerOf, Members, may } from '#kernel/access';
import type { Envelope } from '#kernel/ledger';
import { type ConnectedConfig, Database, derivedUuid, digest, logger, TimeOrderedIds } from '#kernel/platform';
import { Personas } from '#organizations';
import { type Acting, findNamed, type Named } from './acting.js';
import { commandApp } from './command-app.js';
import { type Instance, openInstance } from './instance.js';
import { Interruption } from './interruption.js';
import { Mistake } from './mistake.js';

/** A verb at work: commands in process, under the same permission table as over HTTP. */
export class Session {
  private constructor(
    private readonly instance: Instance,
    private readonly app: INestApplicationContext,
    readonly commands: CommandBus,
    /** Sees every organization; for personas and for operators' verbs. */
    readonly worker: Database,
  ) {}

  /** Opens the stores, does the work, and closes everything again, come what may: a signal too. */
  static async during<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const interruption = new Interruption();
    try {
      const instance = await openInstance(logger('error', 'cli'), interruption);
      try {
        return await Session.on(instance, (session) => interruption.orElse(work(session)));
      } finally {
        await instance.close();
      }
    } finally {
      interruption.forget();
    }
  }

  private static async on<T>(instance: Instance, work: (session: Session) => Promise<T>): Promise<T> {
    const worker = await Database.open({ url: instance.config.databaseUrl, role: 'worker', max: 4 });
    try {
      const { app, commands } = await commandApp(instance.config);
      try {
        return await work(new Session(instance, app, commands, worker));
      } finally {
        await app.close();
      }
    } finally {
      await worker.close();
    }
  }

  get config(): ConnectedConfig {
    return this.instance.config;
  }

  /** A part of the kernel or of a context, by its class. */
  part<T>(type: { readonly prototype: T }): T {
    return this.app.get(type as Type<T>);
  }

  get personas(): Personas {
    return new Personas(this.worker);
  }

  /** Whom the command line names, or a {@link Mistake} that tells who could be. */
  named(acting: Acting): Promise<Named> {
    return findNamed(this.personas, acting);
  }

  /** The caller that somebody is for an action; a {@link Mistake} where the permission table says no. */
  async caller(acting: Acting, action: Action): Promise<Caller> {
    const { org, person } = await this.named(acting);
    const member = await this.part(Members).rolesOf(org, person);
    if (!member) throw new Mistake(`${acting.by} is nobody who works there.`);
    const { roles } = member;
    const grant = may(roles, action);
    if (!grant)
      throw new Mistake(
        `${acting.by} may not do this: no role of theirs (${roles.join(', ') || 'none'}) allows ${action}.`,
      );
    return callerOf(org, person, roles, grant);
  }

  /** An envelope for a command that is given once. */
  act(caller: Caller): Envelope {
    const once = new TimeOrderedIds().next();
    return this.envelope(caller, [once], once);
  }

  /** An envelope for a command; `key` makes it the same command when it is given again. */
  envelope(caller: Caller, key: readonly string[], content: string, extra: Partial<Envelope> = {}): Envelope {
    return {
      org: caller.org,
      actor: caller.actor,
      commandId: derivedUuid('cli-command', caller.org, ...key),
      requestHash: digest(content),
      correlationId: new TimeOrderedIds().next(),
      ...extra,
    };
  }
}
