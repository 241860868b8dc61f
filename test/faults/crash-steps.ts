import { eventually } from '../support/eventually.js';
import type { ClientJournal } from './client-journal.js';
import type { FaultProxy } from './fault-proxy.js';
import type { Actor, Held, Scene } from './scene.js';

/** A place on the way of the data at which a program, a store or a wire may fail. */
export interface CrashStep {
  readonly name: string;
  readonly says: string;
  readonly actor: Actor;
  /** Waits until somebody stands there. Needs clients at work. */
  reach(scene: Scene, journal: ClientJournal): Promise<Held>;
  /** Whether it takes an automation to get there. */
  readonly automated?: true;
  /** The wires that are cut in the modes that cut: those of the actor to its stores, unless said otherwise. */
  wires?(scene: Scene): readonly FaultProxy[];
}

const REPORTING = 'POST /v1/safety-events';

const api = (name: string, says: string, reach: CrashStep['reach'], more: Partial<CrashStep> = {}): CrashStep => ({
  name,
  says,
  actor: 'api',
  reach,
  ...more,
});
const worker = (name: string, says: string, reach: CrashStep['reach']): CrashStep => ({
  name,
  says,
  actor: 'worker',
  reach,
});

/** The answer to the commit of a transaction in which a point has been passed. */
const commitAfter =
  (point: string): CrashStep['reach'] =>
  async (scene) => {
    const moved = await scene.atPoint('worker', point);
    const held = scene.onWire(scene.wires.worker[0], 'commit', moved);
    await moved.release();
    return held;
  };

/** Every command takes these steps: one append call is one transaction, so A2 to A4 are inside the server. */
const commandSteps: readonly CrashStep[] = [
  api('A1', 'request parsed, nothing asked of PostgreSQL', (scene) => scene.atPoint('api', 'parsed')),
  api('A2', 'command id in', (scene) => scene.inServer(2)),
  api('A3', 'events in', (scene) => scene.inServer(3)),
  api('A4', 'head moved, before the commit', (scene) => scene.inServer(4)),
  api('A5', 'committed, answer on the wire', (scene) => scene.onWire(scene.wires.api[0], 'append-')),
  api('A6', 'receipt known, no HTTP answer', (scene) => scene.atPoint('api', 'decided')),
  api('A7', 'HTTP answer half written', (scene) => scene.onWire(scene.wires.clients, REPORTING, { half: true }), {
    wires: ({ wires }) => [wires.clients],
  }),
  api('A8', 'answered, bell not rung', async (scene, journal) => {
    const held = await scene.atPoint('api', 'ringing');
    const before = journal.acknowledged.length;
    await eventually(() => expect(journal.acknowledged.length).toBeGreaterThan(before));
    return held;
  }),
];

/** The publisher is the relay of this house. It has no lease to renew: its checkpoint's row lock is the fence. */
const publisherSteps: readonly CrashStep[] = [
  worker('R1', 'publisher: checkpoint locked', (scene) => scene.atPoint('worker', 'publisher locked')),
  worker('R2', 'publisher: batch read', (scene) => scene.atPoint('worker', 'batch read')),
  worker('R3', 'publisher: half of it told', (scene) => scene.atPoint('worker', 'half told')),
  worker('R4', 'publisher: all told, checkpoint not moved', (scene) => scene.atPoint('worker', 'all told')),
  worker('R5', 'publisher: committed, answer on the wire', commitAfter('publisher moved')),
];

const viewSteps: readonly CrashStep[] = [
  worker('W1', 'poke taken', (scene) => scene.atPoint('worker', 'job taken')),
  worker('W2', 'view: transaction open, checkpoint locked', (scene) => scene.atPoint('worker', 'reader locked')),
  worker('W3', 'view: rows in', (scene) => scene.atPoint('worker', 'rows in')),
  worker('W4', 'view: committed, answer on the wire', commitAfter('reader moved')),
  worker('W5', 'view: committed, poke not finished', (scene) => scene.atPoint('worker', 'committed')),
];

/** No transaction is open while an automation's command is on its way: each await may be the last. */
const automationSteps: readonly CrashStep[] = [
  worker('P1', 'automation: events read', (scene) => scene.atPoint('worker', 'automation looked')),
  worker('P2', 'automation: command on its way', (scene) => scene.atPoint('worker', 'parsed')),
  worker('P3', 'automation: command done, receipt not seen', (scene) => scene.atPoint('worker', 'decided')),
  worker('P4', 'automation: commands done, checkpoint not moved', (scene) =>
    scene.atPoint('worker', 'automation done'),
  ),
  worker('P5', 'automation: checkpoint moved, answer on the wire', async (scene) => {
    const done = await scene.atPoint('worker', 'automation done');
    const looking = scene.atPoint('worker', 'automation looked'); // in the transaction that moves the checkpoint
    await done.release();
    const looked = await looking;
    const held = scene.onWire(scene.wires.worker[0], 'commit', looked);
    await looked.release();
    return held;
  }),
].map((step) => ({ ...step, automated: true }));

export const crashSteps: readonly CrashStep[] = [...commandSteps, ...publisherSteps, ...viewSteps, ...automationSteps];
