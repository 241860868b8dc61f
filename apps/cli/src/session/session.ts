import type { INestApplicationContext, Type } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import { type Action, type Caller, callerOf, Members, may } from '#kernel/access';
import type { Envelope } from '#kernel/ledger';
import { type ConnectedConfig, Database, derivedUuid, digest, logger, TimeOrderedIds } from '#kernel/platform';
import { type Persona, Personas } from '#organizations';
import { commandApp } from './command-app.js';
import { type Instance, openInstance } from './instance.js';
import { Mistake } from './mistake.js';

/** Who acts, and where: a persona by name, an organization by id. */
export interface Acting {
  readonly by: string;
  readonly org?: string;
  readonly facility?: string;
}

/** A verb at work: commands in process, under the same permission table as over HTTP. */
export class Session {
  private constructor(
    private readonly instance: Instance,
    private readonly app: INestApplicationContext,
    readonly commands: CommandBus,
    /** Sees every organization; for personas and for operators' verbs. */
    readonly worker: Database,
  ) {}

  /** Opens the stores, does the work, and closes everything again, come what may. */
  static async during<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const instance = await openInstance(logger('error', 'cli'));
    try {
      const worker = await Database.open({ url: instance.config.databaseUrl, role: 'worker', max: 4 });
      const { app, commands } = await commandApp(instance.config);
      try {
        return await work(new Session(instance, app, commands, worker));
      } finally {
        await app.close();
        await worker.close();
      }
    } finally {
      await instance.close();
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

  /** The persona of a name, or a {@link Mistake} that tells which there are. */
  async persona(name: string, org?: string): Promise<Persona> {
    const persona = await this.personas.find(name, org);
    if (persona) return persona;
    const known = (await this.personas.all()).map((one) => one.persona);
    throw new Mistake(`There is no persona "${name}". There are: ${[...new Set(known)].join(', ')}.`);
  }

  /** The caller that a persona is for an action; a {@link Mistake} where the permission table says no. */
  async caller({ by, org }: Acting, action: Action): Promise<Caller> {
    const persona = await this.persona(by, org);
    const roles = (await this.part(Members).rolesOf(persona.org, persona.person))?.roles ?? [];
    const grant = may(roles, action);
    if (!grant)
      throw new Mistake(`${by} may not do this: no role of theirs (${roles.join(', ') || 'none'}) allows ${action}.`);
    return callerOf(persona.org, persona.person, roles, grant);
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
