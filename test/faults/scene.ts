import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { type OwnServices, ownServices } from '../support/own-services.js';
import type { Spawned } from '../support/spawned.js';
import { FaultProxy } from './fault-proxy.js';
import { HOLD_SPACE, heldThere, holds } from './scene.sql.js';
import type { Trap } from './wire.js';

/** The programs whose deaths are rehearsed. */
export type Actor = 'api' | 'worker';

/** A place that was reached and where somebody stands still until released. */
export interface Held {
  release(): void | Promise<void>;
  /** The local port of the connection that is in use there, where there is one. */
  readonly port?: number;
}

interface AtPoint {
  readonly at: string;
  readonly port?: number;
}

/** Wires that a test can make worse: each program's to the stores, and the clients' to the api. */
export interface Wires {
  readonly api: readonly [postgres: FaultProxy, redis: FaultProxy];
  readonly worker: readonly [postgres: FaultProxy, redis: FaultProxy];
  readonly clients: FaultProxy;
}

/** The whole system on stores that may be killed, over wires that may be cut, in programs that can be made to stand still. */
export class Scene {
  private constructor(
    readonly services: OwnServices,
    readonly journey: Journey,
    readonly wires: Wires,
    /** How clients reach the api: over their wire. */
    readonly client: Client,
    private readonly own: boolean,
  ) {}

  /** On stores of the scene's own, which end with it. */
  static async alone(): Promise<Scene> {
    const services = await ownServices();
    try {
      return await Scene.begin(services, { own: true });
    } catch (error) {
      await services.close();
      throw error;
    }
  }

  /** `automated`: with an automation that confirms what was triaged. */
  static async begin(services: OwnServices, { automated = false, own = false } = {}): Promise<Scene> {
    const stores = [services.databaseUrl, services.redisUrl] as const;
    const wiresTo = async () =>
      [await FaultProxy.before(stores[0]), await FaultProxy.before(stores[1])] as [FaultProxy, FaultProxy];
    const [api, worker] = [await wiresTo(), await wiresTo()];
    const through = (wires: readonly FaultProxy[], databaseUrl: string) => ({
      DATABASE_URL: wires[0]?.url(databaseUrl),
      REDIS_URL: wires[1]?.url(services.redisUrl),
    });
    const points = pathToFileURL(join(__dirname, 'points.mjs')).href;
    const journey = await Journey.begin({
      services,
      telling: {
        nodeArgs: ['--import', points],
        unbundled: true,
        ...(automated && { env: { FAULTS_AUTOMATION: randomUUID() } }),
        api: (database) => through(api, database),
        worker: (database) => through(worker, database),
      },
    });
    const clients = await FaultProxy.before(journey.forthright.url);
    const { token } = await journey.as('risk-manager');
    const client = new Client(clients.url(journey.forthright.url).replace(/\/$/, ''), token);
    const scene = new Scene(services, journey, { api, worker, clients }, client, own);
    try {
      await journey.database.owner.call({ text: holds });
      return scene;
    } catch (error) {
      await scene.end();
      throw error;
    }
  }

  async end(): Promise<void> {
    await this.journey.end();
    const { api, worker, clients } = this.wires;
    await Promise.all([...api, ...worker, clients].map((wire) => wire.close()));
    if (this.own) await this.services.close();
  }

  program(actor: Actor): Spawned {
    return this.journey.forthright[actor];
  }

  /** Makes a program stand still where it next comes to a point; answers when it does. */
  async atPoint(actor: Actor, point: string): Promise<Held> {
    const program = this.program(actor);
    const reached = new Promise<AtPoint>((resolve) => {
      program.listen((said) => {
        if ((said as AtPoint).at === point) resolve(said as AtPoint);
      });
    });
    program.tell({ arm: point });
    const { port } = await reached;
    return { release: () => program.tell({ go: true }), ...(port !== undefined && { port }) };
  }

  /** Makes the next answer to a request stand still on a wire; answers when one does. */
  async onWire(wire: FaultProxy, request: string, how: { half?: boolean; port?: number } = {}): Promise<Held> {
    const trap: Trap = wire.holdAnswerTo(request, how);
    await trap.sprung;
    return trap;
  }

  /** Makes the next append stand still inside the server, at one of its statements; answers when it does. */
  async inServer(place: number): Promise<Held> {
    const keeper = new pg.Client({ connectionString: this.journey.database.url });
    keeper.on('error', () => undefined); // killed with the server: then nothing is held any more
    await keeper.connect();
    await keeper.query('select pg_advisory_lock($1, $2)', [HOLD_SPACE, place]);
    await eventually(async () => {
      const { rows } = await keeper.query(heldThere, [HOLD_SPACE, place]);
      if (rows.length === 0) throw new Error(`No append came to ${place}`);
    });
    return { release: () => keeper.end().catch(() => undefined) };
  }
}
